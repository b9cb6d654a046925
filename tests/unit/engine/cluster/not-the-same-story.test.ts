// "Not the same story" holds whatever becomes of the other side: edited, merged, moved or linked with another language.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { StoryClusterer } from '../../../../engine/ports.ts';
import { article, NOON } from './invented-articles.ts';

describe('the other article', () => {
  const m = article('m', 'Orlen dam above Westmark cracks, residents leave homes');
  const x = article('x', 'Thousands evacuated as Orlen dam above Westmark shows crack');
  const copy = 'Orlen dam above Westmark shows crack as thousands leave';

  function openApart(titleOfX = x.title): StoryClusterer {
    const clusterer = createStoryClusterer();
    const home = clusterer.add(m);
    const other = clusterer.add({ ...x, title: titleOfX });
    expect(other.storyId).toBe(home.storyId);
    clusterer.separate({ articleId: x.id, storyId: home.storyId });
    clusterer.maintain(NOON);
    expect(clusterer.add({ ...x, title: titleOfX }).storyId).toBe('s-x');
    return clusterer;
  }

  it('stays in its story when its headline is edited', () => {
    const clusterer = openApart();
    expect(clusterer.add({ ...m, title: `${m.title} today` }).storyId).toBe('s-m');
    expect(clusterer.maintain(NOON)).toEqual({ moves: [], redirects: [] });
  });

  it('stays there, too, when its new headline is the very one of the article that was told apart', () => {
    const clusterer = openApart(copy);
    expect(clusterer.add({ ...m, title: `${copy} homes` }).storyId).toBe('s-m');
    expect(clusterer.maintain(NOON)).toEqual({ moves: [], redirects: [] });
  });

  it('takes what was told apart from its story along to where an edit brings it', () => {
    const clusterer = openApart();
    const ferry = article('ferry', 'Ferry Calliope aground off Lund harbour in fog, tugs wait');
    clusterer.add(ferry);
    expect(clusterer.add({ ...m, title: 'Tugs wait as ferry Calliope is aground off Lund in fog' }).storyId).toBe(
      's-ferry',
    );
    expect(clusterer.maintain(NOON).redirects).toEqual([{ from: 's-m', to: 's-ferry' }]);
    expect(clusterer.add({ ...x, title: ferry.title }).storyId).toBe('s-x');
  });
});
