// What WebSub hubs call: once to verify that we want a subscription, then with each new version of the feed.
//
//   GET  /websub/{id}?hub.mode=subscribe&hub.topic=…&hub.challenge=…  →  200 with the challenge, or 404
//   POST /websub/{id}  X-Hub-Signature: sha256=…  feed                →  202 whether signed or not: a forger learns nothing
//                                                                        429 when this feed was pushed too often
//                                                                        503 while too many articles wait for their story
//
// The id is a secret between us and the hub. Pushed feeds are handled like polled ones; polling continues, as hubs fail silently.

import type { IdentifyLanguage } from '../../../engine/article/article-text.ts';
import { readArticlesOfFeed } from '../../../engine/article/articles-of-feed.ts';
import { FETCH_LIMITS } from '../../../engine/feed/feed-exchange.ts';
import { parseFeed } from '../../../engine/feed/parse-feed.ts';
import { recognizeListed } from '../../../engine/feed/readdressed.ts';
import { createExpiredTest } from '../../../engine/feed/undated.ts';
import type { OutletDirectory } from '../../../engine/outlet/outlet-directory.ts';
import { decodeBytes } from '../../../engine/text/decode-bytes.ts';
import type { Log } from '../../log.ts';
import { readBytes } from '../../read-bytes.ts';
import type { Database } from '../../store/database.ts';
import { writePushed } from '../../store/feeds.ts';
import { type ActiveSubscription, findSubscription, writeGranted } from '../../store/websub.ts';
import type { TakeInto } from '../take-into.ts';
import { isSigned } from './signature.ts';
import { CALLBACK_PATH } from './subscribe.ts';

export type CallbackDeps = {
  readonly database: Database;
  readonly directory: OutletDirectory;
  readonly identifyLanguage: IdentifyLanguage;
  readonly take: TakeInto;
  /** Whether too many articles wait for their story: then a push is refused, and its articles come by a retry or by polling. */
  readonly isFull: () => Promise<boolean>;
  /** By a subscription's id: null when it may push now, otherwise the seconds to wait. What is refused gets polled. */
  readonly allowPush: (id: string) => number | null;
  readonly now: () => number;
  readonly log: Log;
};

/** Seconds; for hubs that heed Retry-After. */
const FULL_SECONDS = 300;

const LEASE_SECONDS_MAX = 30 * 24 * 3600;

/** Null when the request is not for a hub's path. */
export async function answerHub(deps: CallbackDeps, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(CALLBACK_PATH)) return null;
  const id = url.pathname.slice(CALLBACK_PATH.length);
  const subscription = /^[0-9a-f]{32}$/.test(id) ? await findSubscription(deps.database, id) : null;
  if (subscription === null) return new Response(null, { status: 404 });
  switch (request.method) {
    case 'GET':
      return await verify(deps, { id, subscription, params: url.searchParams });
    case 'POST':
      return await receive(deps, { id, subscription, request });
    default:
      return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
  }
}

type Verification = {
  readonly id: string;
  readonly subscription: ActiveSubscription;
  readonly params: URLSearchParams;
};

/** We never unsubscribe, so a hub that verifies that was asked by somebody else. */
async function verify({ database, now }: CallbackDeps, { id, subscription, params }: Verification): Promise<Response> {
  const challenge = params.get('hub.challenge');
  const isOurs = params.get('hub.mode') === 'subscribe' && params.get('hub.topic') === subscription.topic;
  if (!isOurs || challenge === null) return new Response(null, { status: 404 });
  const seconds = Number(params.get('hub.lease_seconds'));
  const lease = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LEASE_SECONDS_MAX) : LEASE_SECONDS_MAX;
  await writeGranted(database, { id, leaseUntil: Math.round(now() + lease * 1000) });
  // As plain text, which no browser runs: the challenge is whatever the caller sent.
  const headers = { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' };
  return new Response(challenge.slice(0, 1000), { headers });
}

type Push = { readonly id: string; readonly subscription: ActiveSubscription; readonly request: Request };

async function receive(deps: CallbackDeps, { id, subscription, request }: Push): Promise<Response> {
  const wait = deps.allowPush(id);
  if (wait !== null) return refuse(429, wait);
  if (await deps.isFull()) return refuse(503, FULL_SECONDS);
  const body = await readBytes(request.body, FETCH_LIMITS.bytesMax);
  if (body === null) return new Response(null, { status: 413 });
  const accepted = new Response(null, { status: 202 });
  const { source, state, secret } = subscription;
  const facts = { outlet: source.outletId };
  if (!isSigned(body, { header: request.headers.get('x-hub-signature'), secret })) {
    deps.log.warn('push without a signature of its hub', facts);
    return accepted;
  }
  const text = decodeBytes(body, request.headers.get('content-type'));
  const parsed = parseFeed({ text, baseUrl: subscription.topic });
  if (!parsed.ok) {
    deps.log.warn('push that is no feed', { ...facts, problem: parsed.error.reason });
    return accepted;
  }
  const read = readArticlesOfFeed({ source, feed: parsed.value, fetchedAt: deps.now() }, deps);
  if (read.length === 0) return accepted;
  const { articles, listed } = recognizeListed(read, state.listed);
  const given = { articles, isExpired: createExpiredTest(state), saidBy: source.outletId };
  const added = await deps.database.transaction(async (queries) => {
    const report = articles.length === 0 ? { added: 0 } : await deps.take(queries, given);
    await writePushed(queries, { url: source.url, listed });
    return report.added;
  });
  deps.log.info('push brought articles', { ...facts, added });
  return accepted;
}

const refuse = (status: number, seconds: number) =>
  new Response(null, { status, headers: { 'retry-after': String(seconds) } });
