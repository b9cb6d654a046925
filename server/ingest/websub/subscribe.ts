// Subscribes to the hubs of feeds whose subscription is missing or about to end.
import { randomBytes } from 'node:crypto';
import type { Log } from '../../log.ts';
import type { Database } from '../../store/database.ts';
import { findWanted, type WantedSubscription, writeAnswered, writeAsked } from '../../store/websub.ts';
import type { SafeFetch } from '../safe-fetch.ts';

export type Subscribing = {
  readonly database: Database;
  readonly safeFetch: SafeFetch;
  /** This server's public address, without a trailing slash. */
  readonly callbackUrl: string;
  readonly now: () => number;
  readonly log: Log;
};

export const CALLBACK_PATH = '/websub/';

const HOUR_MS = 3_600_000;
/** `limit`: of one run. Even if no hub answers in time, it ends after five minutes, and the next one begins after ten. */
const WANTED = { renewBeforeMs: 24 * HOUR_MS, retryMs: 12 * HOUR_MS, limit: 200 };
/** Many feeds share a hub, so it gets up to this many requests at once. */
const AT_ONCE = 10;
/** For a hub that gave no answer, as after a crash, a stop or without a network. */
const UNANSWERED_RETRY_MS = HOUR_MS;
const LEASE_SECONDS = 10 * 24 * 3600;
const FETCH_LIMITS = { timeoutMs: 15_000, bytesMax: 64 * 1024 };

export async function subscribeToHubs(subscribing: Subscribing, signal: AbortSignal): Promise<void> {
  const { database, callbackUrl, now } = subscribing;
  const wanted = await findWanted(database, { callback: callbackUrl, now: now(), ...WANTED });
  for (let at = 0; at < wanted.length && !signal.aborted; at += AT_ONCE) {
    await Promise.all(wanted.slice(at, at + AT_ONCE).map((one) => ask(subscribing, { wanted: one, signal })));
  }
}

type Asking = { readonly wanted: WantedSubscription; readonly signal: AbortSignal };

async function ask(subscribing: Subscribing, { wanted, signal }: Asking): Promise<void> {
  const { database, callbackUrl, now, safeFetch, log } = subscribing;
  const fresh = { ...wanted, id: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('hex') };
  // Written first: the hub may verify before it has answered. Until it has, it counts as asked so long ago that it is soon
  // asked again.
  const askedAt = now() - WANTED.retryMs + UNANSWERED_RETRY_MS;
  const { id, secret } = await writeAsked(database, { ...fresh, callback: callbackUrl, askedAt });
  const answer = await safeFetch.fetch({
    url: wanted.hub,
    form: {
      'hub.callback': `${callbackUrl}${CALLBACK_PATH}${id}`,
      'hub.mode': 'subscribe',
      'hub.topic': wanted.topic,
      'hub.secret': secret,
      'hub.lease_seconds': String(LEASE_SECONDS),
    },
    signal,
    ...FETCH_LIMITS,
  });
  if (answer.ok) await writeAnswered(database, { id, askedAt: now() });
  const said = answer.ok ? `status ${answer.value.status}` : answer.error.reason;
  log.info('hub asked', { hub: new URL(wanted.hub).host, said });
}
