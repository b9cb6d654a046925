// Two stories with dissimilar reports in one language are not merged because of a report in another language.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

const SWIM = [
  'Kolstad wins swimming gold in Lund',
  'Swimming: gold for Kolstad in Lund',
  'Kolstad swims to gold, Lund crowd sings',
  'Gold at last: Kolstad out-swims all in Lund pool',
];
const FLAG = [
  'Vester carries the flag at opening in Lund',
  'Lund opening: Vester picked as flag bearer',
  'Flag bearer Vester leads team at opening in Lund',
  'Vester with the flag, Lund cheers opening parade',
];
const BOTH = [
  'Kolstad oro en Lund, Vester abanderado',
  'Lund: Kolstad, oro; Vester, abanderado',
  'Oro de Kolstad y Vester abanderado en Lund',
];

/** The story of each report; `events` are English headlines, and the Spanish ones name both events. */
function clusterInTurn(events: Readonly<Record<string, readonly string[]>>) {
  const toArticles = (name: string, lang: string, titles: readonly string[]) =>
    titles.map((title, index) => article(`${name}-${index}`, title, { lang, publishedAt: NOON + index * HOUR }));
  const english = Object.entries(events).flatMap(([name, titles]) => toArticles(name, 'en', titles));
  const clusterer = createStoryClusterer();
  const places = new Map<string, string>();
  for (const one of [...STREAM, ...english, ...toArticles('both', 'es', BOTH)]) {
    places.set(one.id, clusterer.add(one).storyId);
    for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  }
  return (id: string) => places.get(id);
}

describe('two stories in one language that a foreign report names', () => {
  it('stay apart, and one of them gets the report', () => {
    const storyOf = clusterInTurn({ swim: SWIM, flag: FLAG });
    expect(storyOf('flag-3')).toBe(storyOf('flag-0'));
    expect(storyOf('swim-0')).not.toBe(storyOf('flag-0'));
    expect(storyOf('both-0')).toBe(storyOf('swim-0'));
  });

  it('are merged if the other one has only two reports', () => {
    const storyOf = clusterInTurn({ swim: SWIM, flag: FLAG.slice(0, 2) });
    expect(storyOf('flag-0')).toBe(storyOf('swim-0'));
  });
});
