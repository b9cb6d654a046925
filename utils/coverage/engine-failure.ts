// An exception of the engine, told apart from those of storage and of all other code, with the articles that may be the reason.
import type { ArticleId } from '../../engine/ids.ts';

export class EngineFailure extends Error {
  /** Empty where it may be any of them. */
  readonly over: readonly ArticleId[];
  constructor(over: readonly ArticleId[], cause: unknown) {
    super('the engine failed', { cause });
    this.over = over;
  }
}

export function askEngine<Answer>(ask: () => Answer, over: readonly ArticleId[] = []): Answer {
  try {
    return ask();
  } catch (cause) {
    throw new EngineFailure(over, cause);
  }
}

/** Says what comes of it, without the exception's message, which may quote an article. Throws all others on. */
export function tellFailure(failure: unknown, outcome: string): EngineFailure {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { cause } = failure;
  console.error(`Parallax: the engine failed (${cause instanceof Error ? cause.name : typeof cause}): ${outcome}`);
  return failure;
}
