// An exception of the engine, told apart from those of storage and of all other code, with the articles that may be the reason.
import type { ArticleId } from './ids.ts';

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
