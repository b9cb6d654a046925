// What a word that stands in a text so many times weighs, before its rarity.

/** The second mention of a word says less than the first. */
export function toWeight(count: number): number {
  return WEIGHTS[count] ?? 1 + Math.log(count);
}

const WEIGHTS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

export function toCount(weight: number): number {
  return Math.round(Math.exp(weight - 1));
}
