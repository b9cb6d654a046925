// Which of an article's separations the user made last: the one that "undo" reverts.
import type { EpochMs } from '../../engine/ids.ts';

/** Absent in old separations, which count as the oldest. */
type Timed = { readonly separatedAt?: EpochMs | undefined };

export function findLatestSeparation<Separation extends Timed>(separations: readonly Separation[]): Separation | null {
  return separations.toSorted((a, b) => readTime(a) - readTime(b)).at(-1) ?? null;
}

export const readTime = ({ separatedAt }: Timed): EpochMs => separatedAt ?? 0;
