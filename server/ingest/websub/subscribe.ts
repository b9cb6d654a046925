// Subscribes to the hubs of feeds whose subscription is missing or about to end.
import { randomBytes } from 'node:crypto';
import type { Log } from '../../log.ts';
import type { Database } from '../../store/database.ts';
import { findWanted, writeAnswered, writeAsked } from '../../store/websub.ts';
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
const WANTED = { renewBeforeMs: 24 * HOUR_MS, retryMs: 12 * HOUR_MS, limit: 20 };
/** For a hub that gave no answer, as after a crash, a stop or without a network. */
const UNANSWERED_RETRY_MS = HOUR_MS;
const LEASE_SECONDS = 10 * 24 * 3600;
const FETCH_LIMITS = { timeoutMs: 15_000, bytesMax: 64 * 1024 };

export async function subscribeToHubs(subscribing: Subscribing, signal: AbortSignal): Promise<void> {
  const { database, callbackUrl, now, safeFetch, log } = subscribing;
  for (const wanted of await findWanted(database, { callback: callbackUrl, now: now(), ...WANTED })) {
    if (signal.aborted) return;
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
}
