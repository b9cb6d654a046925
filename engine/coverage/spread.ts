// How outlets fall over the seven steps: one vote an outlet, whatever it published; unrated ones are counted beside the scale.
import { toSide } from '../outlet/bias.ts';
import { BIAS_STEPS, type BiasStep, type RatedOutlet, SIDES, type Side, type Spread } from '../schema.ts';

export function computeSpread(outlets: readonly RatedOutlet[]): Spread {
  const steps: Record<BiasStep, number> = {
    'far-left': 0,
    left: 0,
    'lean-left': 0,
    center: 0,
    'lean-right': 0,
    right: 0,
    'far-right': 0,
  };
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  let unrated = 0;
  for (const { bias } of byId.values()) {
    if (bias === null) unrated++;
    else steps[bias.step]++;
  }
  const sides: Record<Side, number> = { left: 0, center: 0, right: 0 };
  for (const step of BIAS_STEPS) sides[toSide(step)] += steps[step];
  return { steps, ...sides, rated: sides.left + sides.center + sides.right, unrated };
}

/** Fewer rated outlets than this are counted, never given as a share: a third of two is no statement. */
export const SHARES_MIN_RATED = 3;

/** The side with the most rated outlets and its share of them; null when two are equal or too few are rated. */
export function dominantSide(spread: Spread): { readonly side: Side; readonly share: number } | null {
  if (spread.rated < SHARES_MIN_RATED) return null;
  const most = Math.max(spread.left, spread.center, spread.right);
  const [side, ...others] = SIDES.filter((name) => spread[name] === most);
  return side === undefined || others.length > 0 ? null : { side, share: most / spread.rated };
}
