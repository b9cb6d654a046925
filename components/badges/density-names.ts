// The choices for how many badges a page gets, in the order in which they are offered.
import type { TextKey } from '../words/words.ts';

export type BadgeDensity = 'all' | 'blindspots' | 'hover' | 'off';

export const BADGE_DENSITIES: readonly { readonly value: BadgeDensity; readonly name: TextKey }[] = [
  { value: 'all', name: 'badgesAll' },
  { value: 'blindspots', name: 'badgesBlindspots' },
  { value: 'hover', name: 'badgesHover' },
  { value: 'off', name: 'badgesOff' },
];
