// Ingests one polled feed; when storage is full, deletes the oldest stories and tries once more.

import type { FeedState } from '../../engine/feed/feed-state.ts';
import type { FetchedFeed, PollOutcome } from '../../engine/feed/poll-outcome.ts';
import { recognizeListed } from '../../engine/feed/readdressed.ts';
import { listUndated } from '../../engine/feed/undated.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { Article } from '../../engine/schema.ts';
import { reportFailure } from '../report-failure.ts';
import type { EngineHolder } from './engine-holder.ts';
import type { IngestReport } from './ingest-articles.ts';
import { ingestOrSetAside } from './ingest-or-set-aside.ts';
import { makeRoom } from './make-room.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { keepSetAside } from './set-aside.ts';

export type { IngestReport } from './ingest-articles.ts';

type IngestFeedParts = { readonly deps: OnDeviceDeps; readonly engine: EngineHolder; readonly outcome: PollOutcome };

export async function ingestFeed({
  deps,
  engine,
  outcome,
}: IngestFeedParts): Promise<Result<IngestReport, CoverageError>> {
  const { articles, state } = outcome.kind === 'fetched' ? await readFeed(deps, outcome) : { articles: [], ...outcome };
  const { outletId } = outcome.source;
  const ingest = () => ingestOrSetAside({ deps, engine, articles, feedUrl: state.url, state, outletId });
  const first = await ingest();
  if (first.ok || first.error.reason !== 'storage-full') return first;
  const made = await makeRoom({ deps, engine });
  if (!made.ok) return made;
  return made.value ? await ingest() : first;
}

type Reading = { readonly articles: readonly Article[]; readonly state: FeedState };

/** Catches everything: a feed that cannot be read would end this round and, as the one that is longest due, every round after it. */
async function readFeed(deps: OnDeviceDeps, fetched: FetchedFeed): Promise<Reading> {
  try {
    const { articles, listed } = recognizeListed(await readFreshArticles(deps, fetched), fetched.state.listed);
    const ids = articles.map(({ id }) => id);
    const state = keepSetAside(fetched.state, { engineVersion: deps.engineVersion, listed: ids });
    return { articles, state: { ...state, undated: listUndated(articles, fetched.state.undated), listed } };
  } catch (cause) {
    reportFailure('reading a feed', cause);
    return { articles: [], state: { ...fetched.state, etag: null, lastModified: null } }; // so that the next poll gets all of it
  }
}

/** Without articles that the next pruning would delete, and the next poll bring back. */
async function readFreshArticles(deps: OnDeviceDeps, fetched: FetchedFeed): Promise<readonly Article[]> {
  const { keepMs } = await deps.limits();
  const articles = await deps.readArticles(fetched);
  return articles.filter(({ publishedAt }) => (publishedAt ?? fetched.fetchedAt) >= fetched.fetchedAt - keepMs);
}
