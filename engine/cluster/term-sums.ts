// Sums by term, in an array indexed by term number that is all zero between two uses: for a text's words or a cluster's vectors.
import { enlarge } from '../enlarge.ts';
import { createTermSet } from './term-set.ts';

type Target = { readonly terms: Int32Array; readonly sums: Float32Array; readonly from: number };

export type TermSums = {
  readonly add: (term: number, amount: number) => void;
  /** How many different terms have been added to. */
  readonly size: () => number;
  /** Writes terms, ascending, and their sums from `from` on, returns where they end, and resets all sums to zero. */
  readonly takeInto: (target: Target) => number;
  /** The same into new arrays. */
  readonly take: () => { readonly terms: Int32Array<ArrayBuffer>; readonly sums: Float32Array<ArrayBuffer> };
};

export function createTermSums(): TermSums {
  const met = createTermSet();
  let totals = new Float32Array(0);

  function takeInto({ terms, sums, from }: Target): number {
    const end = met.takeInto(terms, from);
    for (let i = from; i < end; i++) {
      const term = terms[i] ?? 0;
      sums[i] = totals[term] ?? 0;
      totals[term] = 0;
    }
    return end;
  }

  return {
    add(term, amount) {
      if (term >= totals.length) totals = enlarge(totals, new Float32Array(2 * (term + 1)));
      met.add(term);
      totals[term] = (totals[term] ?? 0) + amount;
    },
    size: met.size,
    takeInto,
    take() {
      const terms = new Int32Array(met.size());
      const sums = new Float32Array(terms.length);
      takeInto({ terms, sums, from: 0 });
      return { terms, sums };
    },
  };
}
