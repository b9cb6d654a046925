// Renews open tabs while a cycle runs: some time after news, and not again before that has ended.
//
// One feed may delay a cycle for twenty seconds, and what others brought by then should not wait for it.
export type TabRenewals = {
  /** Something came in. */
  note(): void;
  /** Resolves when a running renewal has ended. */
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
