// Has open tabs answered again while a cycle runs: some time after news, and not again before that is over.
//
// One feed may keep a cycle waiting for twenty seconds. What the others brought by then is not to wait with it.
export type TabRenewals = {
  /** Something came in. */
  note(): void;
  /** Resolves when one that is under way has ended. */
  stop(): Promise<void>;
};

export function startTabRenewals(renew: () => Promise<void>, delayMs: number): TabRenewals {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasNews = false;
  let isStopped = false;
  let running = Promise.resolve();
  const plan = () => {
    timer = setTimeout(async () => {
      hasNews = false;
      running = renew();
      await running;
      timer = undefined;
      if (hasNews && !isStopped) plan();
    }, delayMs);
  };
  return {
    note() {
      hasNews = true;
      if (timer === undefined && !isStopped) plan();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
