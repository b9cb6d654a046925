// Why an article belongs to a story, in words that a reader knows from the texts.
import type { MatchReason } from '../schema.ts';
import type { Centroid } from './records.ts';

const WORDS_SHOWN = 8;
const WORD_LENGTH_MAX = 60;

type Ties = {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly centroid: Centroid;
  readonly rarities: Float32Array;
  readonly surface: (term: number) => string;
  readonly hoursApart: number | null;
};

/** Strongest shared words first; names are those written with a capital, numbers those of digits. */
export function reasonsOf({ terms, weights, centroid, rarities, surface, hoursApart }: Ties): MatchReason[] {
  const shared: { word: string; strength: number }[] = [];
  for (let i = 0, j = 0; i < terms.length && j < centroid.length; ) {
    const left = terms[i] ?? 0;
    const right = centroid.terms[j] ?? 0;
    if (left === right) {
      const strength = (weights[i] ?? 0) * (centroid.weights[j] ?? 0) * (rarities[left] ?? 0) ** 2;
      shared.push({ word: surface(left).slice(0, WORD_LENGTH_MAX), strength });
    }
    if (left <= right) i++;
    if (right <= left) j++;
  }
  shared.sort((a, b) => b.strength - a.strength || (a.word < b.word ? -1 : 1));
  const words = shared.map(({ word }) => word).filter((word) => word !== '');
  const numbers = words.filter((word) => /^\p{N}/u.test(word));
  const names = words.filter((word) => /^\p{Lu}/u.test(word));
  const rest = words.filter((word) => !/^[\p{N}\p{Lu}]/u.test(word));
  const reasons: MatchReason[] = [];
  if (rest.length > 0) reasons.push({ kind: 'words', words: rest.slice(0, WORDS_SHOWN) });
  if (names.length > 0) reasons.push({ kind: 'names', names: names.slice(0, WORDS_SHOWN) });
  if (numbers.length > 0) reasons.push({ kind: 'numbers', numbers: numbers.slice(0, WORDS_SHOWN) });
  if (hoursApart !== null) reasons.push({ kind: 'time', hoursApart });
  return reasons;
}
