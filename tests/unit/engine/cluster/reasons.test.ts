// The reasons for a match are words that a user understands.
import { expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import type { MatchReason } from '../../../../engine/schema.ts';
import { article } from './invented-articles.ts';

function reasonsFor(title: string, lead: string, lang: string, texts: readonly string[]): readonly MatchReason[] {
  const clusterer = createStoryClusterer();
  for (const [index, text] of texts.entries()) clusterer.add(article(`known-${index}`, text, { lead: text, lang }));
  for (let n = 0; n < 30; n++) clusterer.add(article(`other-${n}`, `Quiet market number ${n} in Orrin`, { lang }));
  return clusterer.match(article('page', title, { lead, lang }))?.reasons ?? [];
}

const wordsOf = (reasons: readonly MatchReason[], kind: 'words' | 'names' | 'numbers') =>
  reasons.flatMap((reason) => {
    if (reason.kind !== kind) return [];
    if (reason.kind === 'words') return reason.words;
    return reason.kind === 'names' ? reason.names : reason.numbers;
  });

const DAM = [
  'Engineers on Monday warned that the Orlen dam above Westmark cracks, the 4th time in 15 years.',
  'On Monday the Orlen dam above Westmark showed cracks, engineers warned for the 4th time.',
];
const page = () =>
  reasonsFor('Engineers Warn: Orlen Dam Cracks', 'On Monday the 4th warning in 15 years came to Westmark.', 'en', DAM);

it('names are what texts write with a capital, not every word of a headline', () => {
  expect(wordsOf(page(), 'names').toSorted()).toEqual(['Orlen', 'Westmark']);
  expect(wordsOf(page(), 'words')).toEqual(expect.arrayContaining(['cracks', 'dam', 'engineers']));
});

it('weekdays, single figures and what is cut from “4th” are no reasons', () => {
  const reasons = page();
  expect(JSON.stringify(reasons)).not.toMatch(/Monday|"4"|"th"/);
  expect(wordsOf(reasons, 'numbers')).toEqual(['15']);
});

it('German nouns are words, not names', () => {
  const dam = 'Der Staudamm über Westmark zeigt Risse, sagen Ingenieure.';
  const reasons = reasonsFor('Risse im Staudamm über Westmark', dam, 'de', [dam, `Erneut: ${dam}`]);
  expect(wordsOf(reasons, 'names')).toEqual([]);
  expect(wordsOf(reasons, 'words')).toEqual(expect.arrayContaining(['Staudamm', 'Risse', 'Westmark']));
});
