// Logs an exception of the engine that the extension recovers from.
import { EngineFailure } from '../../engine/engine-failure.ts';

/** Logs what is done about it, without the exception's message, which may quote an article. Rethrows any other exception. */
export function logEngineFailure(failure: unknown, outcome: string): EngineFailure {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { cause } = failure;
  console.error(`Parallax: the engine failed (${cause instanceof Error ? cause.name : typeof cause}): ${outcome}`);
  return failure;
}
