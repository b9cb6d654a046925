// How long a server has asked to be left alone (Retry-After). In storage.session, since a worker without work lives for half a
// minute, and a rest may be longer.
import { browser } from '../../browser.ts';
import { reportFailure } from '../../report-failure.ts';

export type ServerRest = {
  readonly isOn: () => Promise<boolean>;
  /** Milliseconds; longer ones are cut. Never rejects. */
  readonly begin: (ms: number) => Promise<void>;
};

const REST_MAX_MS = 10 * 60_000;

/** `base`: the server's address. */
export function createServerRest(base: string, now: () => number): ServerRest {
  const key = `server-rest:${base}`;
  return {
    async isOn() {
      const until = Number((await browser.storage.session.get(key))[key] ?? 0);
      const leftMs = until - now();
      // More than the longest rest is left only after the clock was set back.
      return leftMs > 0 && leftMs <= REST_MAX_MS;
    },
    async begin(ms) {
      const until = now() + Math.min(REST_MAX_MS, ms);
      await browser.storage.session.set({ [key]: until }).catch((cause: unknown) => {
        reportFailure('remembering that the server is busy', cause);
      });
    },
  };
}
