// A cluster stays in a multilingual story only while it is close to the other clusters together, or to one of them.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ArticleId, StoryId } from '../../../../engine/ids.ts';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

/** The first English report names both the flag bearer and the teams; the others are about the match only. */
const FIRST = article('en-1', 'Basketball: Kolstad and Vester carry the flag, as Ortmund beats Palmgren in Lund', {
  publishedAt: NOON,
});
const FLAG = [
  article('de-1', 'Fahnenträger: Kolstad und Vester führen Mannschaft an', { lang: 'de', publishedAt: NOON + HOUR }),
  article('de-2', 'Kolstad und Vester tragen die Fahne', { lang: 'de', publishedAt: NOON + 2 * HOUR }),
];
const MATCH = [
  'Basketball: Ortmund beats Palmgren in Lund',
  'Ortmund beats Palmgren in Lund basketball final',
  'Lund basketball: how Ortmund beats Palmgren',
  'Ortmund beats Palmgren, Lund basketball crowd of joy',
  'Basketball in Lund: Palmgren loses as Ortmund beats all',
  'Palmgren coach after Lund basketball: Ortmund beats anybody',
].map((title, index) => article(`match-${index}`, title, { publishedAt: NOON + (3 + index) * HOUR }));

function clusterInTurn(articles: readonly ClusterArticle[], clusterer = createStoryClusterer()) {
  const places = new Map<string, string>();
  for (const one of articles) {
    places.set(one.id, clusterer.add(one).storyId);
    for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  }
  return (id: string) => places.get(id);
}

describe('a cluster that its story has grown away from', () => {
  it('is linked while it is close', () => {
    const storyOf = clusterInTurn([...STREAM, FIRST, ...FLAG]);
    expect(storyOf('de-1')).toBe(storyOf('en-1'));
  });

  it('leaves once it is close to no other cluster', () => {
    const storyOf = clusterInTurn([...STREAM, FIRST, ...FLAG, ...MATCH]);
    expect(storyOf('match-0')).toBe(storyOf('en-1'));
    expect(storyOf('de-1')).toBe(storyOf('de-2'));
    expect(storyOf('de-1')).not.toBe(storyOf('en-1'));
  });

  it('stays where it is close to one of another language', () => {
    const danish = ['Kolstad og Vester bærer fanen', 'Fanebærere: Kolstad og Vester'].map((title, index) =>
      article(`da-${index}`, title, { lang: 'da', publishedAt: NOON + (2 + index) * HOUR }),
    );
    const storyOf = clusterInTurn([...STREAM, FIRST, ...FLAG, ...danish, ...MATCH]);
    expect(storyOf('de-1')).not.toBe(storyOf('en-1'));
    expect(storyOf('da-0')).toBe(storyOf('de-1'));
  });

  it('takes along the separations from the story', () => {
    const clusterer = createStoryClusterer();
    const first = clusterInTurn([...STREAM, FIRST, ...FLAG], clusterer);
    const storyId = StoryId.parse(first('de-2') ?? '');
    clusterer.separate({ articleId: ArticleId.parse('de-2'), storyId });
    const placeOf = clusterInTurn(MATCH, clusterer);
    expect(placeOf('de-1')).not.toBe(first('de-1'));
    const edited = article('de-2', 'Fahnenträger: Kolstad und Vester', { lang: 'de', publishedAt: NOON + 2 * HOUR });
    expect(clusterer.add(edited).storyId).not.toBe(placeOf('de-1'));
  });
});
