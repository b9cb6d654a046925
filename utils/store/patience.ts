// Limits how long another page of the extension may block the database.

export type Patience = {
  /** Call it when another page turns out to hold the database. */
  readonly begin: () => void;
  /** Resolves like `work`; rejects with a `TimeoutError` if that takes longer than the limit after `begin`. */
  readonly during: <Value>(work: Promise<Value>) => Promise<Value>;
};

export function createPatience(ms: number): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (cause: DOMException) => void = () => undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  return {
    begin() {
      timer = setTimeout(() => {
        giveUp(new DOMException('Another page of Parallax holds the database open', 'TimeoutError'));
      }, ms);
    },
    async during(work) {
      try {
        return await Promise.race([work, tooLong]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
