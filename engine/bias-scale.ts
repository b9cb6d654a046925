// The bias scale: seven steps, and the three sides that they form. Without zod, so that the interface and badges can import it.

/** From far left to far right: the order defines the scale. */
export const BIAS_STEPS = ['far-left', 'left', 'lean-left', 'center', 'lean-right', 'right', 'far-right'] as const;
export const SIDES = ['left', 'center', 'right'] as const;

type BiasStep = (typeof BIAS_STEPS)[number];
type Side = (typeof SIDES)[number];

/** The scale goes from −3 (far left) to +3 (far right): one place for each step, the center in the middle. */
export const BIAS_MAX = 3;

/**
 * The nearest of the seven steps. A tie goes to the milder step, towards the center: −0.5 is "center", −2.5 is "left".
 * An outlet is called leaning, or far, only when it is past the middle between two steps.
 */
export function toBiasStep(bias: number): BiasStep {
  const distance = Math.min(BIAS_MAX, Math.max(0, Math.ceil(Math.abs(bias) - 0.5)));
  return BIAS_STEPS[BIAS_MAX + (bias < 0 ? -distance : distance)] ?? 'center';
}

/** The place of a step, −3 … +3. */
export function toPlace(step: BiasStep): number {
  return BIAS_STEPS.indexOf(step) - BIAS_MAX;
}

export function toSide(step: BiasStep): Side {
  const place = toPlace(step);
  if (place === 0) return 'center';
  return place < 0 ? 'left' : 'right';
}
