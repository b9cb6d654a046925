// Which sentences agree: their vectors, their likeness, and the centrality that agreement gives them (LexRank).
//
// A walker starts at any sentence and steps to a like sentence of ANOTHER report, the liker the likelier; how often it
// comes by is the sentence's centrality (Erkan & Radev 2004, "LexRank"). Two things differ from the paper: steps within
// a report are left out, so that nobody agrees with himself; and the walker starts, one time in seven, not anywhere but
// on a side of the spectrum drawn with equal chance, so that nine reports of one side do not outvote two of the other.
// Example: A1 ~ B1 (0.6), A1 ~ C1 (0.4), B2 ~ nothing. A1 is visited from B1 and C1, B2 only by starts: A1 leads.
import type { Side } from '../schema.ts';

export type Vector = { readonly weights: ReadonlyMap<string, number>; readonly norm: number };

/** Where a sentence stands: which report it is from, and that report's side. */
export type GraphNode = { readonly vector: Vector; readonly report: number; readonly side: Side | null };

/** Chance of starting anew, per step; 0.15 is usual, and 0.1 to 0.2 order the same sentences first. */
const RESTART = 0.15;
/** Likeness by one common word is chance. */
const LIKENESS_MIN = 0.1;
/** Converges to a thousandth well before: 0.85³⁰ < 0.01. */
const STEPS = 30;

export function toVector(terms: readonly string[], rarity: (term: string) => number): Vector {
  const weights = new Map<string, number>();
  for (const term of terms) if (term !== '') weights.set(term, rarity(term));
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, norm: Math.sqrt(square) };
}

/** Cosine, 0 … 1. */
export function computeLikeness(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of small.weights) product += weight * (large.weights.get(term) ?? 0);
  return product / (a.norm * b.norm);
}

/** One number a sentence, in their order, summing to 1. */
export function rankSentences(nodes: readonly GraphNode[]): readonly number[] {
  const starts = computeStarts(nodes);
  const steps = nodes.map((node) => {
    const row = nodes.map((other) => {
      const likeness = other.report === node.report ? 0 : computeLikeness(node.vector, other.vector);
      return likeness < LIKENESS_MIN ? 0 : likeness;
    });
    const sum = row.reduce((total, likeness) => total + likeness, 0);
    return sum === 0 ? null : row.map((likeness) => likeness / sum);
  });
  let ranks = [...starts];
  for (let step = 0; step < STEPS; step++) {
    let lost = 0;
    const next = new Array<number>(nodes.length).fill(0);
    for (const [from, row] of steps.entries()) {
      const rank = ranks[from] ?? 0;
      if (row === null) lost += rank;
      else for (const [to, chance] of row.entries()) next[to] = (next[to] ?? 0) + rank * chance;
    }
    ranks = next.map(
      (rank, index) => (1 - RESTART) * (rank + lost * (starts[index] ?? 0)) + RESTART * (starts[index] ?? 0),
    );
  }
  return ranks;
}

/** Each side alike, each report of a side alike, each sentence of a report alike. */
function computeStarts(nodes: readonly GraphNode[]): readonly number[] {
  const sides = new Map<Side | null, Map<number, number>>();
  for (const { side, report } of nodes) {
    const reports = sides.get(side) ?? new Map<number, number>();
    sides.set(side, reports);
    reports.set(report, (reports.get(report) ?? 0) + 1);
  }
  return nodes.map(({ side, report }) => {
    const reports = sides.get(side);
    return 1 / (sides.size * (reports?.size ?? 1) * (reports?.get(report) ?? 1));
  });
}
