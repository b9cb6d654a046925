// How long another page of the extension may hold the database before whoever waits for it gives up.

export type Patience = {
  /** To be called when it turns out that somebody else holds it. */
  readonly begin: () => void;
  /** What the work gives; rejects with a `TimeoutError` when it has taken too long since `begin`. */
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
