// An exception thrown by the engine, as opposed to storage and other code, with the articles that may have caused it.
import type { ArticleId } from './ids.ts';

export class EngineFailure extends Error {
  /** Empty if any article may be the cause. */
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
