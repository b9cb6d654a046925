// An exception of the engine, told apart from those of the database and of all other code, with the article that is the reason.
import type { ArticleId } from '../../engine/ids.ts';

export class EngineFailure extends Error {
  /** Null where it may be any. */
  readonly over: ArticleId | null;
  constructor(over: ArticleId | null, cause: unknown) {
    super('the engine failed', { cause });
    this.over = over;
  }
}

export function askEngine<Answer>(over: ArticleId | null, ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    throw new EngineFailure(over, cause);
  }
}
