// Ranks sentences by their agreement with sentences of other reports (LexRank).
//
// A random walk steps from a sentence to a similar sentence of ANOTHER report, with probability proportional to similarity;
// how often it visits a sentence is that sentence's centrality (Erkan & Radev 2004, "LexRank"). Two differences from the
// paper: there are no steps within a report, so that no report agrees with itself; and restarts (15 % of steps) are not
// uniform but choose a side of the spectrum first, so that nine reports of one side do not outvote two of the other.
// Example: A1 ~ B1 (0.6), A1 ~ C1 (0.4), B2 ~ nothing. A1 is visited from B1 and C1, B2 only by restarts: A1 leads.
import type { Side } from '../schema.ts';

export type Vector = { readonly weights: ReadonlyMap<string, number>; readonly norm: number };

/** A sentence with the index of its report and that report's side. */
export type GraphNode = { readonly vector: Vector; readonly report: number; readonly side: Side | null };

/** Restart probability per step. 0.15 is the usual value; 0.1 to 0.2 rank the same sentences first. */
const RESTART = 0.15;
/** Lower similarity comes from a single common word, by chance. */
const LIKENESS_MIN = 0.1;
/** Iterations. The error shrinks by at least 0.85 each: 0.85³⁰ < 0.01. */
const STEPS = 30;

export function toVector(terms: readonly string[], rarity: (term: string) => number): Vector {
  const weights = new Map<string, number>();
  for (const term of terms) if (term !== '') weights.set(term, rarity(term));
  let square = 0;
  for (const weight of weights.values()) square += weight * weight;
  return { weights, norm: Math.sqrt(square) };
}

/** Cosine similarity, 0 … 1. */
export function computeLikeness(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [term, weight] of small.weights) product += weight * (large.weights.get(term) ?? 0);
  return product / (a.norm * b.norm);
}

/** One centrality for each node, in their order; they sum to 1. */
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

/** Restart probabilities: equal for each side, within a side for each report, within a report for each sentence. */
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
