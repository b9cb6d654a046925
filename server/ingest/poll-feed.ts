// One poll of one feed: fetches it and names the outcome, by the same rules as the extension.
import { askEngine } from '../../engine/engine-failure.ts';
import {
  FETCH_LIMITS,
  type FetchOutcome,
  failedFetch,
  outcomeOfBody,
  outcomeOfHead,
  toRequestHeaders,
} from '../../engine/feed/feed-exchange.ts';
import type { FeedState } from '../../engine/feed/feed-state.ts';
import { type FeedHub, findHub, HUB_TEXT_MAX } from '../../engine/feed/find-hub.ts';
import { decodeGzipFile } from './decode-body.ts';
import type { SafeFailure, SafeFetch } from './safe-fetch.ts';

export type FeedPoll = {
  readonly state: FeedState;
  readonly safeFetch: SafeFetch;
  readonly now: number;
  readonly signal: AbortSignal;
};

/** `hub` is null when the feed names none, and undefined when no feed was read. */
export type Polled = { readonly outcome: FetchOutcome; readonly hub: FeedHub | null | undefined };

export async function pollFeed({ state, safeFetch, now, signal }: FeedPoll): Promise<Polled> {
  const { timeoutMs, bytesMax } = FETCH_LIMITS;
  const answer = await safeFetch.fetch({
    url: state.currentUrl,
    headers: toRequestHeaders(state),
    signal,
    timeoutMs,
    bytesMax,
  });
  if (!answer.ok) {
    return without(answer.error.reason === 'aborted' ? { kind: 'aborted' } : failedFetch(problemOf(answer.error)));
  }
  const head = outcomeOfHead(answer.value, { asked: state, now });
  if (head !== null) return without(head);
  const body = await decodeGzipFile(answer.value.body, bytesMax);
  if (!body.ok) return without(failedFetch('too-large'));
  const outcome = askEngine(() => outcomeOfBody(answer.value, body.value));
  if (outcome.kind !== 'fetched') return without(outcome);
  // Links are plain ASCII in every encoding that feeds use.
  const text = new TextDecoder('windows-1252').decode(body.value.subarray(0, HUB_TEXT_MAX));
  const { finalUrl, headers } = answer.value;
  return { outcome, hub: findHub({ linkHeader: headers.get('link'), text, url: finalUrl }) };
}

const without = (outcome: FetchOutcome): Polled => ({ outcome, hub: undefined });

/** A refused address counts as one that does not respond: the feed's original address is tried again later. */
function problemOf({ reason }: SafeFailure) {
  return reason === 'timeout' || reason === 'too-large' ? reason : 'network';
}
