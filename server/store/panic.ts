// Keeps the process from hanging on an embedded PostgreSQL that has panicked, as over a full disk when its log needs room.
//
// PostgreSQL ends itself then, and recovers at its next start. PGlite goes on, and the next statement, even a rollback,
// never comes back and holds up the whole process. So nothing is asked of it any more: whoever asks is told why.

/** Asks PGlite one thing; never settles where that panics, so that nothing follows it. */
type Ask = <Value>(one: () => Promise<Value>) => Promise<Value>;

export type PanicWatch = {
  readonly lost: AbortSignal;
  /** Rejects at once where it has panicked before or does so meanwhile. */
  readonly watch: <Value>(work: (ask: Ask) => Promise<Value>) => Promise<Value>;
};

export function watchForPanic(): PanicWatch {
  const losing = new AbortController();
  const { signal: lost } = losing;
  const ask: Ask = async (one) => {
    try {
      return await one();
    } catch (cause) {
      if (!isPanic(cause)) throw cause;
      losing.abort(cause);
      return await new Promise<never>(() => undefined);
    }
  };
  return {
    lost,
    async watch(work) {
      lost.throwIfAborted();
      // One for each who asks: a promise that is there for all of them would hold every answer for as long as it waits.
      let tell: () => void = () => undefined;
      const panicked = new Promise<never>((_resolve, reject) => {
        tell = () => reject(lost.reason);
      });
      lost.addEventListener('abort', tell);
      try {
        return await Promise.race([ask(() => work(ask)), panicked]); // the end of a transaction can panic, too
      } finally {
        lost.removeEventListener('abort', tell);
      }
    },
  };
}

const isPanic = (cause: unknown): boolean =>
  cause instanceof Error && 'severity' in cause && cause.severity === 'PANIC';
