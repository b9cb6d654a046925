// A word's weight, before rarity, by how often the text has it: 1 + ln(count).

/** Logarithmic, as each further mention says less. */
export function toWeight(count: number): number {
  return WEIGHTS[count] ?? 1 + Math.log(count);
}

const WEIGHTS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));

export function toCount(weight: number): number {
  return Math.round(Math.exp(weight - 1));
}
