// What became known of a question while a server answered it: how well the page hid, what was sent, how old the answer is.
import type { EpochMs } from '../../../engine/ids.ts';
import type { CoverageError } from '../../../engine/ports.ts';
import type { Answered } from './cached-questions.ts';

export type Trail = {
  /** Known articles that the page hid among; null where its address was not asked for. */
  crowd: number | null;
  /** Its words were sent. */
  hasSentHeadline: boolean;
  /** When the oldest of the answers was given. */
  askedAt: EpochMs | null;
  /** Why an answer past its time is shown. */
  staleFor: CoverageError | null;
};

export const startTrail = (): Trail => ({ crowd: null, hasSentHeadline: false, askedAt: null, staleFor: null });

export function noteAnswer(trail: Trail, { askedAt, staleFor }: Answered<unknown>): void {
  trail.askedAt = Math.min(trail.askedAt ?? askedAt, askedAt);
  trail.staleFor ??= staleFor;
}
