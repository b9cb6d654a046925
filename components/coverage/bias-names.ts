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
