// Tells of an exception of the engine that the device goes on without.
import { EngineFailure } from '../../engine/engine-failure.ts';

/** Says what comes of it, without the exception's message, which may quote an article. Throws all others on. */
export function tellFailure(failure: unknown, outcome: string): EngineFailure {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { cause } = failure;
  console.error(`Parallax: the engine failed (${cause instanceof Error ? cause.name : typeof cause}): ${outcome}`);
  return failure;
}
