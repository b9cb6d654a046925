// Sums by term, in a table by their numbers that is all zero between two uses: of a text's words, of a cluster's vectors.
import { enlarge } from '../enlarge.ts';
import { createTermSet } from './term-set.ts';

export type TermSums = {
  readonly add: (term: number, amount: number) => void;
  /** By ascending terms; all sums are zero again. */
  readonly take: () => { readonly terms: Int32Array<ArrayBuffer>; readonly sums: Float32Array<ArrayBuffer> };
};

export function createTermSums(): TermSums {
  const met = createTermSet();
  let totals = new Float32Array(0);
  return {
    add(term, amount) {
      if (term >= totals.length) totals = enlarge(totals, new Float32Array(2 * (term + 1)));
      met.add(term);
      totals[term] = (totals[term] ?? 0) + amount;
    },
    take() {
      const terms = met.take();
      const sums = new Float32Array(terms.length);
      for (let i = 0; i < terms.length; i++) {
        const term = terms[i] ?? 0;
        sums[i] = totals[term] ?? 0;
        totals[term] = 0;
      }
      return { terms, sums };
    },
  };
}
