// The seven steps of the bias scale as words, short words and style classes.
import type { BiasStep, Side } from '../../engine/schema.ts';
import type { TextKey } from '../words/words.ts';

type StepName = { readonly name: TextKey; readonly short: TextKey; readonly style: string; readonly side: Side };

export const STEPS: Readonly<Record<BiasStep, StepName>> = {
  'far-left': { name: 'biasFarLeft', short: 'biasShortFarLeft', style: 'far-left', side: 'left' },
  left: { name: 'biasLeft', short: 'biasShortLeft', style: 'left', side: 'left' },
  'lean-left': { name: 'biasLeanLeft', short: 'biasShortLeanLeft', style: 'lean-left', side: 'left' },
  center: { name: 'biasCenter', short: 'biasShortCenter', style: 'center', side: 'center' },
  'lean-right': { name: 'biasLeanRight', short: 'biasShortLeanRight', style: 'lean-right', side: 'right' },
  right: { name: 'biasRight', short: 'biasShortRight', style: 'right', side: 'right' },
  'far-right': { name: 'biasFarRight', short: 'biasShortFarRight', style: 'far-right', side: 'right' },
};

// The order of the scale, repeated here: importing the schema's list would add the validator to every bundle.
export const STEP_ORDER: readonly BiasStep[] = [
  'far-left',
  'left',
  'lean-left',
  'center',
  'lean-right',
  'right',
  'far-right',
];

/** The step nearest to a place of −3 … +3; a tie goes to the milder one. A copy of the engine's (bias.ts), which would bring zod along. */
export function toStep(place: number): BiasStep {
  const distance = Math.min(3, Math.max(0, Math.ceil(Math.abs(place) - 0.5)));
  return STEP_ORDER[3 + (place < 0 ? -distance : distance)] ?? 'center';
}

/** The place of a step, −3 … +3. */
export function toPlace(step: BiasStep): number {
  return STEP_ORDER.indexOf(step) - 3;
}
