// What is recorded while a server answers a question: how well the page was hidden, what was sent, how old the answer is.
import type { EpochMs } from '../../../engine/ids.ts';
import type { CoverageError } from '../../../engine/ports.ts';
import type { Answered } from './cached-questions.ts';

export type Trail = {
  /** Least number of known articles that a requested prefix was shared by; null where no address was looked up. */
  crowd: number | null;
  /** Its words were sent. */
  hasSentHeadline: boolean;
  /** A story was asked for by its name. */
  hasNamedStory: boolean;
  /** When the oldest of the answers was given. */
  askedAt: EpochMs | null;
  /** Why an answer past its lifetime is shown. */
  staleFor: CoverageError | null;
};

export const startTrail = (): Trail => ({
  crowd: null,
  hasSentHeadline: false,
  hasNamedStory: false,
  askedAt: null,
  staleFor: null,
});

export function noteAnswer(trail: Trail, { askedAt, staleFor }: Answered<unknown>): void {
  trail.askedAt = Math.min(trail.askedAt ?? askedAt, askedAt);
  trail.staleFor ??= staleFor;
}
