// How the rated outlets of an edition fall over left, center and right: what a story's spread is compared with.
import type { RatedOutlet } from '../schema.ts';
import { computeSpread } from './spread.ts';

/** Shares between 0 and 1 of `rated` outlets; all zero when none is rated. */
export type Baseline = {
  readonly left: number;
  readonly center: number;
  readonly right: number;
  readonly rated: number;
};

export function computeBaseline(outlets: readonly RatedOutlet[]): Baseline {
  const { left, center, right, rated } = computeSpread(outlets);
  const toShare = (count: number) => (rated === 0 ? 0 : count / rated);
  return { left: toShare(left), center: toShare(center), right: toShare(right), rated };
}
