// Finds the sides that hardly report on a story, measured against their share among all tracked outlets of the edition.
//
// A side is a blindspot when both hold, with at least 6 rated outlets in the story (these three numbers can be chosen):
//   its share here is under half of its share in the edition, and
//   chance alone would leave it so few outlets in fewer than 5 % of stories: P(X ≤ k), X ~ Binomial(n, baseline).
// Example: 30 % of the edition's rated outlets are right. A story has 12 rated outlets, 1 of them right: 8 % is under 15 %, but
// 0.7¹² + 12 · 0.3 · 0.7¹¹ = 8.5 %, so no blindspot. None of 12: 0.7¹² = 1.4 %, so the right is a blindspot.
import type { OutletId } from '../ids.ts';
import type { OutletRater } from '../outlet/outlet-rater.ts';
import type { Blindspot, RatedOutlet, Spread, StorySummary } from '../schema.ts';
import { computeSpread } from './spread.ts';

/** How an edition's rated outlets are distributed: each side's share of `rated`, from 0 to 1; all zero if none is rated. */
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

/** Of the outlets that have one of these feeds, each counted once. */
export function computeFeedBaseline(
  feeds: readonly { readonly outletId: OutletId }[],
  rater: Pick<OutletRater, 'rate'>,
): Baseline {
  const outlets = new Set(feeds.map(({ outletId }) => outletId));
  return computeBaseline([...outlets].map((id) => rater.rate(id)));
}

export type BlindspotThresholds = {
  readonly minRated: number;
  /** The story's share must be below this part of the baseline share. */
  readonly shareOfBaseline: number;
  /** The binomial probability must be below this. */
  readonly maxProbability: number;
};

/**
 * With fewer than 6 rated outlets, a side is often missing by chance: with 5 and a baseline of 40 %, in 8 % of stories.
 * Half the share and 5 % together exclude small and accidental gaps; looser values flag most small stories.
 */
export const BLINDSPOT_THRESHOLDS: BlindspotThresholds = { minRated: 6, shareOfBaseline: 0.5, maxProbability: 0.05 };

export type BlindspotQuestion = {
  readonly spread: Spread;
  readonly baseline: Baseline;
  readonly thresholds: BlindspotThresholds;
};

export function findBlindspots({ spread, baseline, thresholds }: BlindspotQuestion): readonly Blindspot[] {
  const { rated } = spread;
  const sides = (['left', 'right'] as const).map((side): Blindspot => {
    const tail = { trials: rated, successes: spread[side], chance: baseline[side] };
    return { side, outlets: spread[side], rated, baseline: baseline[side], probability: computeBinomialTail(tail) };
  });
  return sides.filter((side) => isBlindspot(side, thresholds));
}

/** Of blindspots that were computed elsewhere with other thresholds, keeps those that also pass these. */
export function keepBlindspots(story: StorySummary, thresholds: BlindspotThresholds): StorySummary {
  return { ...story, blindspots: story.blindspots.filter((side) => isBlindspot(side, thresholds)) };
}

function isBlindspot(side: Blindspot, thresholds: BlindspotThresholds): boolean {
  const { outlets, rated, baseline, probability } = side;
  if (rated === 0 || rated < thresholds.minRated) return false;
  return outlets / rated < baseline * thresholds.shareOfBaseline && probability < thresholds.maxProbability;
}

export type BinomialTail = { readonly trials: number; readonly successes: number; readonly chance: number };

/** P(X ≤ successes) for X ~ Binomial(trials, chance), exact; summed from logarithms so that many trials do not underflow. */
export function computeBinomialTail({ trials, successes, chance }: BinomialTail): number {
  if (successes < 0) return 0;
  if (successes >= trials || chance <= 0) return 1;
  if (chance >= 1) return 0;
  const logOdds = Math.log(chance) - Math.log1p(-chance);
  let logTerm = trials * Math.log1p(-chance);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= successes; k++) {
    logTerm += Math.log((trials - k + 1) / k) + logOdds;
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}
