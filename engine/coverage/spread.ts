// Counts outlets per step of the bias scale: one vote for each, however much it published. Unrated ones are counted separately.
import { BIAS_STEPS, toSide } from '../bias-scale.ts';
import type { BiasStep, RatedOutlet, Side, Spread } from '../schema.ts';

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
