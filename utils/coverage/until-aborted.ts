// Answers "aborted" at once when the signal fires: database reads cannot be stopped, so their answer is discarded.
import type { CoverageError } from '../../engine/ports.ts';
import { err, type Result } from '../../engine/result.ts';

export async function untilAborted<Value>(
  signal: AbortSignal,
  answer: () => Promise<Result<Value, CoverageError>>,
): Promise<Result<Value, CoverageError>> {
  if (signal.aborted) return err({ reason: 'aborted' });
  const { promise: aborted, stop } = whenAborted(signal);
  try {
    return await Promise.race([answer(), aborted]);
  } finally {
    stop();
  }
}

function whenAborted(signal: AbortSignal): {
  promise: Promise<Result<never, CoverageError>>;
  stop: () => void;
} {
  let stop: () => void = () => undefined;
  const promise = new Promise<Result<never, CoverageError>>((resolve) => {
    const onAbort = () => resolve(err({ reason: 'aborted' }));
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => signal.removeEventListener('abort', onAbort);
  });
  return { promise, stop };
}
