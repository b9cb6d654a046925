// One poll of one feed: ask, name the outcome, and the feed's next state; the same rules as the extension's.
import {
  FETCH_LIMITS,
  type FetchOutcome,
  failedFetch,
  outcomeOfBody,
  outcomeOfHead,
  toRequestHeaders,
} from '../../engine/feed/feed-exchange.ts';
import type { FeedState } from '../../engine/feed/feed-state.ts';
import { decodeGzipFile } from './decode-body.ts';
import type { SafeFailure, SafeFetch } from './safe-fetch.ts';

export type FeedPoll = {
  readonly state: FeedState;
  readonly safeFetch: SafeFetch;
  readonly now: number;
  readonly signal: AbortSignal;
};

export async function pollFeed({ state, safeFetch, now, signal }: FeedPoll): Promise<FetchOutcome> {
  const { timeoutMs, bytesMax } = FETCH_LIMITS;
  const answer = await safeFetch.fetch({
    url: state.currentUrl,
    headers: toRequestHeaders(state),
    signal,
    timeoutMs,
    bytesMax,
  });
  if (!answer.ok) return answer.error.reason === 'aborted' ? { kind: 'aborted' } : failedFetch(problemOf(answer.error));
  const outcome = outcomeOfHead(answer.value, { asked: state, now });
  if (outcome !== null) return outcome;
  const body = await decodeGzipFile(answer.value.body, bytesMax);
  return body.ok ? outcomeOfBody(answer.value, body.value) : failedFetch('too-large');
}

/** An address that we refuse to ask is as good as one that does not answer: the feed's own is tried again later. */
function problemOf({ reason }: SafeFailure) {
  return reason === 'timeout' || reason === 'too-large' ? reason : 'network';
}
