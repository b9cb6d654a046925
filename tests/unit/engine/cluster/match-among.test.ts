// Matching a page against a few stories of an index gives the same result as matching it against all. The articles are invented.
import { expect, it } from 'vitest';
import { createSampleReader } from '../../../../engine/cluster/match-among.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article, HOUR, NOON, rareWords } from './invented-articles.ts';

it.each(['published', 'only seen'])('in a new window, too, which asks more of long texts: %s then', (kind) => {
  const index = Array.from({ length: 90 }, (_, n) =>
    article(`a-${n}`, `Title ${rareWords(50 * n, 50 * n + 4)}`, {
      lead: rareWords(50 * n + 4, 50 * n + 48),
      publishedAt: kind === 'published' ? NOON + (n % 9) * HOUR : null,
      firstSeenAt: NOON + (n % 9) * HOUR,
    }),
  );
  const clusterer = createStoryClusterer();
  const sample = createSampleReader();
  const candidates = index.map((one) => ({ storyId: clusterer.add(one).storyId, article: one }));
  for (const one of index) sample.read(one);
  const probe = article('page', `Title ${rareWords(200, 203)}`, {
    lead: `${rareWords(205, 225)} ${rareWords(9000, 9022)}`,
  });
  clusterer.snapshot(); // updates the word frequencies, as in a sample
  const whole = clusterer.match(probe);
  expect(whole).not.toBeNull();
  expect(sample.finish(index.length).match(probe, candidates)?.confidence).toBeCloseTo(whole?.confidence ?? 0, 9);
});
