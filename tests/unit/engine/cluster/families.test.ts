// Copies, trimmed copies and quotations; the texts are invented.
import { describe, expect, it } from 'vitest';
import { overlapOf, toShingles } from '../../../../engine/cluster/shingles.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article, HOUR, NOON } from './invented-articles.ts';

const sentence = (n: number) =>
  `In paragraph ${n} the harbour master of Westmark, speaking for office number ${n}, counted ${n * 7} boats and ${n * 3} crews still missing off pier ${n}.`;
const text = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sentence(from + i)).join(' ');

describe('toShingles', () => {
  it('sees a trimmed copy as contained', () => {
    const { shared, smaller } = overlapOf(toShingles(text(0, 40)), toShingles(text(0, 12)));
    expect(shared / smaller).toBeGreaterThan(0.8);
  });

  it('keeps few of a long text, and all of a short one', () => {
    expect(toShingles(text(0, 60)).hashes.length).toBeLessThanOrEqual(64);
    expect(toShingles('one two three four five six').hashes.length).toBe(2);
    expect(toShingles('').hashes.length).toBe(0);
  });
});

describe('families', () => {
  it('hold copies and trimmed copies, named after the earliest without a credit', () => {
    const clusterer = createStoryClusterer();
    const title = 'Boats missing off Westmark after storm';
    const copy = article('copy', title, { lead: text(0, 12), credit: 'Wire', publishedAt: NOON });
    const wire = article('wire', title, { lead: text(0, 14), publishedAt: NOON + HOUR });
    const first = clusterer.add(copy);
    const second = clusterer.add(wire);
    expect(second.storyId).toBe(first.storyId);
    expect(second.familyId).toBe('wire');
    expect(clusterer.maintain(NOON).moves).toEqual([{ articleId: 'copy', storyId: first.storyId, familyId: 'wire' }]);
  });

  it('leave out an independent report that quotes the wire', () => {
    const clusterer = createStoryClusterer();
    const quote = 'Nobody had warned us, and the radio stayed silent until noon, the harbour master of Westmark said.';
    const wire = clusterer.add(
      article('wire', 'Boats missing off Westmark after storm', {
        lead: `Seven fishing boats were missing off Westmark on Monday after a storm that came earlier than forecast. ${quote} Two helicopters and a lifeboat searched the coast as far as Kessa island, where a crew of four was found alive on a sandbank. The ministry promised an inquiry into the forecast.`,
      }),
    );
    const report = article('report', 'Westmark storm: families wait for the missing boats', {
      lead: `Ada Lund has stood on the Westmark pier since dawn. Her brother is on one of the seven missing boats. ${quote} She does not believe the ministry and its inquiry: last winter, after the same kind of storm, no report was ever printed, and the widows paid for the funerals themselves.`,
    });
    const place = clusterer.add(report);
    expect(place.familyId).toBe('report');
    expect(place.familyId).not.toBe(wire.familyId);
  });

  it('lose a removed original to the next one', () => {
    const clusterer = createStoryClusterer();
    clusterer.add(article('wire', 'Boats missing off Westmark after storm', { lead: text(0, 10) }));
    clusterer.add(article('copy', 'Boats missing off Westmark', { lead: text(0, 10), publishedAt: NOON + HOUR }));
    clusterer.remove(article('wire', '').id);
    expect(clusterer.maintain(NOON).moves).toEqual([expect.objectContaining({ articleId: 'copy', familyId: 'copy' })]);
  });
});
