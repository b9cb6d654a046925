// "Not the same story" holds whatever happens to the other side: edited, merged, moved or linked to another language.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ArticleId, FamilyId, StoryId } from '../../../../engine/ids.ts';
import type { ClusterArticle, Placement, StoryClusterer } from '../../../../engine/ports.ts';
import { article, NOON } from './invented-articles.ts';

/** Each article's place as the host knows it after maintenance. */
function storiesAfter(clusterer: StoryClusterer, placed: Iterable<readonly [string, string]>): Map<string, string> {
  const stories = new Map(placed);
  for (const { articleId, storyId } of clusterer.maintain().moves) stories.set(articleId, storyId);
  return stories;
}

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
    clusterer.maintain();
    expect(clusterer.add({ ...x, title: titleOfX }).storyId).toBe('s-x');
    return clusterer;
  }

  it('stays in its story when its headline is edited', () => {
    const clusterer = openApart();
    expect(clusterer.add({ ...m, title: `${m.title} today` }).storyId).toBe('s-m');
    expect(clusterer.maintain()).toEqual({ moves: [], redirects: [] });
  });

  it('stays there even if its new headline is that of the separated article', () => {
    const clusterer = openApart(copy);
    expect(clusterer.add({ ...m, title: `${copy} homes` }).storyId).toBe('s-m');
    expect(clusterer.maintain()).toEqual({ moves: [], redirects: [] });
  });

  it('takes its separations along when an edit moves it to another story', () => {
    const clusterer = openApart();
    const ferry = article('ferry', 'Ferry Calliope aground off Lund harbour in fog, tugs wait');
    clusterer.add(ferry);
    expect(clusterer.add({ ...m, title: 'Tugs wait as ferry Calliope is aground off Lund in fog' }).storyId).toBe(
      's-ferry',
    );
    expect(clusterer.maintain().redirects).toEqual([{ from: 's-m', to: 's-ferry' }]);
    expect(clusterer.add({ ...x, title: ferry.title }).storyId).toBe('s-x');
  });
});

it('makes a separated copy a report of its own, and the other article no copy of it', () => {
  const clusterer = createStoryClusterer();
  const lead = 'The ferry Calliope ran aground off Lund in fog on Monday, and tugs took 120 passengers ashore by noon.';
  const makeCopy = (id: string) => article(id, 'Ferry Calliope aground off Lund harbour in fog', { lead });
  clusterer.add(makeCopy('x'));
  expect(clusterer.add(makeCopy('y'))).toEqual({ storyId: 's-x', familyId: 'x' });
  clusterer.separate({ articleId: ArticleId.parse('x'), storyId: StoryId.parse('s-x') });
  const { moves } = clusterer.maintain();
  expect(moves.map(({ articleId, familyId }) => [articleId, familyId])).toEqual([
    ['x', 'x'],
    ['y', 'y'],
  ]);
});

describe('an article that is put back', () => {
  const dam = article('a', 'Westmark harbour bridge collapses after storm Zelda');
  const more = article('b', 'Storm Zelda: harbour bridge in Westmark collapses');
  const x = article('x', 'Westmark harbour bridge collapse: storm Zelda blamed');
  const y = article('y', 'Harbour bridge collapses in Westmark as storm Zelda hits');
  const A = StoryId.parse('s-a');
  const pair = (one: ClusterArticle, storyId: string) => ({ articleId: one.id, storyId: StoryId.parse(storyId) });

  it.each<[string, StoryId | null]>([
    ['into its story', A],
    ['by its text', null],
  ])('%s takes along what was separated from its own story', (_, storyId) => {
    const clusterer = createStoryClusterer();
    for (const one of [dam, more, x]) expect(clusterer.add(one).storyId).toBe('s-a');
    clusterer.maintain();
    clusterer.separate(pair(x, A));
    expect(clusterer.add(x).storyId).toBe('s-x');
    clusterer.maintain();
    for (const story of [A, 's-x']) clusterer.separate(pair(y, story));
    expect(clusterer.add(y).storyId).toBe('s-y');
    clusterer.maintain();
    clusterer.unseparate(pair(y, A));
    clusterer.unseparate(pair(x, A));
    expect(clusterer.putBack(x, storyId).storyId).toBe('s-a');
    expect(clusterer.maintain()).toEqual({ moves: [], redirects: [{ from: 's-x', to: 's-a' }] });
    expect(clusterer.add(y).storyId).toBe('s-y');
    expect(clusterer.memory().marks.map(({ articleId, named }) => [articleId, named])).toContainEqual(['y', 's-a']);
  });

  it('bars no member of its story, even one that was separated from its own', () => {
    const clusterer = createStoryClusterer();
    for (const one of [dam, more, x, y]) expect(clusterer.add(one).storyId).toBe('s-a');
    clusterer.separate(pair(x, A));
    expect(clusterer.add(x).storyId).toBe('s-x');
    clusterer.separate(pair(y, 's-x'));
    clusterer.unseparate(pair(x, A));
    expect(clusterer.putBack(x, A).storyId).toBe('s-a');
    expect(clusterer.maintain().redirects).toEqual([]);
    expect(clusterer.add(y).storyId).toBe('s-a');
  });

  it('by maintenance is told to a host that has asked for its place in between', () => {
    const clusterer = createStoryClusterer();
    for (const one of [dam, more, x]) expect(clusterer.add(one).storyId).toBe('s-a');
    clusterer.maintain();
    clusterer.separate(pair(x, A));
    expect(clusterer.add(x).storyId).toBe('s-x');
    clusterer.unseparate(pair(x, A));
    expect(clusterer.maintain()).toEqual({
      moves: [{ articleId: 'x', storyId: 's-a', familyId: 'x' }],
      redirects: [{ from: 's-x', to: 's-a' }],
    });
  });

  it.each<[string, StoryId | null]>([
    ['into its story', A],
    ['by its text', null],
  ])('%s joins its copies, and those that arrived meanwhile come along', (_, storyId) => {
    const lead =
      'The harbour bridge in Westmark collapsed on Monday after storm Zelda tore two of its cables, the city said.';
    const [first, second, third, late] = ['a', 'b', 'c', 'd'].map((id, n) =>
      article(id, dam.title, { lead, publishedAt: NOON + n }),
    ) as [ClusterArticle, ClusterArticle, ClusterArticle, ClusterArticle];
    const clusterer = createStoryClusterer();
    const placed = new Map<string, string>();
    const note = (id: string, { storyId, familyId }: Placement) => placed.set(id, `${storyId} ${familyId}`);
    const maintain = () => {
      for (const { articleId, ...placement } of clusterer.maintain().moves) note(articleId, placement);
    };
    for (const one of [first, second, third]) note(one.id, clusterer.add(one));
    clusterer.separate(pair(first, A));
    note(first.id, clusterer.add(first));
    maintain();
    const apart = placed.get('a') ?? '';
    expect(placed.get('b')).not.toBe(apart);
    note(late.id, clusterer.add(late));
    maintain();
    expect(placed.get('d')).toBe(apart);
    clusterer.unseparate(pair(first, A));
    note(first.id, clusterer.putBack(first, storyId));
    maintain();
    expect([...new Set(placed.values())]).toEqual(['s-a a']);
  });
});

describe('maintenance', () => {
  it('does not link two separated parts into one story by two of its languages at once', () => {
    const clusterer = createStoryClusterer();
    const english = { lead: 'The Orlen dam above Westmark cracked; thousands leave their homes.' };
    const russian = { lang: 'ru', lead: 'Плотина Орлен над Вестмарком дала трещину; тысячи покидают дома.' };
    const placed: readonly [ClusterArticle, string][] = [
      [article('e1', 'Orlen dam above Westmark cracks, thousands leave homes', english), 's-e1'],
      [article('r1', 'Плотина Орлен дала трещину, тысячи покидают Вестмарк', russian), 's-e1'],
      [article('e2', 'Thousands leave homes as Orlen dam above Westmark cracks', english), 's-e2'],
      [article('r2', 'Тысячи покидают Вестмарк: плотина Орлен дала трещину', russian), 's-r2'],
    ];
    for (const [one, story] of placed) {
      clusterer.restore(one, { storyId: StoryId.parse(story), familyId: FamilyId.parse(one.id) });
    }
    clusterer.separate({ articleId: ArticleId.parse('r2'), storyId: StoryId.parse('s-e2') });
    const stories = storiesAfter(
      clusterer,
      placed.map(([{ id }, story]) => [id, story]),
    );
    expect(stories.get('r2')).not.toBe(stories.get('e2'));
    expect(new Set(stories.values()).size).toBe(2); // one of them joined the story that both belong to
  });

  it('moves no article to a story that was separated from it', () => {
    const clusterer = createStoryClusterer();
    const placed = new Map<string, string>();
    const add = (id: string, title: string) => placed.set(id, clusterer.add(article(id, title)).storyId);
    const words = 'alba brok cent dorn elvis fagot gumbo halma';
    add('x', words);
    add('z', 'unter vogel wasser xenon yogi zebra quark ritter');
    add('m', 'alba brok unter vogel mango nadir oxid pilot quart');
    expect(placed.get('m')).toBe('s-m');
    for (const id of ['x', 'z']) clusterer.separate({ articleId: ArticleId.parse(id), storyId: StoryId.parse('s-m') });
    for (let n = 0; n < 4; n++) add(`x${n}`, `${words} mango nadir tara`);
    const stories = storiesAfter(clusterer, placed);
    expect(stories.get('m')).toBe('s-m');
    expect(stories.get('x')).not.toBe('s-m');
  });
});

describe('the id of a story that ended', () => {
  it('is not reused for the article that was separated from it, even if that founded it', () => {
    const clusterer = createStoryClusterer();
    const founder = article('x', 'Ferry Calliope aground off Lund harbour in fog');
    const second = article('y', 'Calliope ferry aground near Lund harbour in fog');
    for (const one of [founder, second]) expect(clusterer.add(one).storyId).toBe('s-x');
    clusterer.separate({ articleId: founder.id, storyId: StoryId.parse('s-x') });
    clusterer.maintain();
    clusterer.remove(second.id);
    expect(clusterer.add({ ...founder, title: 'Kerrigan wins Westmark mayoral vote' }).storyId).not.toBe('s-x');
  });
});
