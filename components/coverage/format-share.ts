// Shares in whole percent. Rounding must not make all of most, nor none of few: "under 1 %" where there is one of 250.
import type { Words } from '../words/words.ts';

export type Share = { readonly part: number; readonly whole: number };

export function formatShare(share: Share, words: Words): string {
  if (isNearlyAll(share)) return words.text('moreThan', words.percent(NEARLY_ALL_PERCENT));
  const rounded = round(share);
  return rounded < 1 && share.part > 0 ? words.text('lessThan', words.percent(1)) : words.percent(rounded);
}

/** What "over" is said of where a share would be rounded to all. */
export const NEARLY_ALL_PERCENT = 99;

export function isNearlyAll(share: Share): boolean {
  return share.part < share.whole && round(share) >= 100;
}

const round = ({ part, whole }: Share) => Math.round((part * 100) / whole);
