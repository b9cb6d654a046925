// An exception of the engine, told apart from those of storage and of all other code: one article may be the reason.

export class EngineFailure extends Error {}

export function askEngine<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (cause) {
    throw new EngineFailure('the engine failed', { cause });
  }
}

/** Without the message, which may quote an article. */
export function nameFailure({ cause }: EngineFailure): string {
  return cause instanceof Error ? cause.name : typeof cause;
}
