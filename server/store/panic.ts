// Keeps the process from hanging when the embedded PostgreSQL panics, for instance because the disk is too full for its log.
//
// A PostgreSQL server would exit and recover at its next start. PGlite continues, but the next statement, even a rollback, never
// returns and blocks the whole process. So no statement is sent any more, and callers get the reason.

/** Runs one PGlite call; never settles if that panics, so that nothing follows it. */
type Ask = <Value>(one: () => Promise<Value>) => Promise<Value>;

export type PanicWatch = {
  readonly lost: AbortSignal;
  /** Rejects at once if PGlite has panicked before, or does so meanwhile. */
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
      // One promise per call: a shared one would keep every result alive for as long as it is pending.
      let tell: () => void = () => undefined;
      const panicked = new Promise<never>((_resolve, reject) => {
        tell = () => reject(lost.reason);
      });
      lost.addEventListener('abort', tell);
      try {
        return await Promise.race([ask(() => work(ask)), panicked]); // ending a transaction can panic too
      } finally {
        lost.removeEventListener('abort', tell);
      }
    },
  };
}

const isPanic = (cause: unknown): boolean =>
  cause instanceof Error && 'severity' in cause && cause.severity === 'PANIC';
