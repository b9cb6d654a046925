// Repeats what a failing worker did not answer, at growing distances; then not until something else gives reason to.

const WAITS_MS = [5_000, 30_000, 120_000];

export type Retry = {
  /** Does the work later, unless it is stopped before. */
  later(): void;
  /** After an answer: the next failure is the first again. */
  succeed(): void;
  stop(): void;
};

export function createRetry(work: () => void): Retry {
  let failures = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(waiting);
  return {
    later() {
      stop();
      const wait = WAITS_MS[failures];
      failures += 1;
      if (wait !== undefined) waiting = setTimeout(work, wait);
    },
    succeed() {
      failures = 0;
      stop();
    },
    stop,
  };
}
