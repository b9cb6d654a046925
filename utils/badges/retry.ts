// Repeats what a failing worker did not answer, at growing distances; then not until something else gives reason to.

const WAITS_MS = [5_000, 30_000, 120_000];

export type Retry = {
  /** Does the work later, unless it is stopped before. */
  later(): void;
  /** After an answer: the next failure is the first again. */
  succeed(): void;
  /** After an answer that leaves some of the work to be done: that is still done later, even after the last attempt. */
  succeedInPart(): void;
  stop(): void;
};

export function createRetry(work: () => void): Retry {
  let failures = 0;
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const begin = () => {
    waiting = null;
    work();
  };
  const later = () => {
    stop();
    const wait = WAITS_MS[failures];
    failures += 1;
    if (wait !== undefined) waiting = setTimeout(begin, wait);
  };
  return {
    later,
    succeed() {
      failures = 0;
      stop();
    },
    succeedInPart() {
      failures = 0;
      if (waiting === null) later();
    },
    stop,
  };
}
