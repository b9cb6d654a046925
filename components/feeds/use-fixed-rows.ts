// Keeps feeds in the order they had when the page was opened, since a row that moves or disappears loses the focus.
import { useState } from 'preact/hooks';
import type { FeedRow } from '../options/options-state.ts';

type FixedRows = {
  /** In the order in which they were first seen. */
  readonly rows: readonly FeedRow[];
  /** Whether the feed was switched since the page was opened: it is then shown despite any filter. */
  readonly isSwitched: (feed: FeedRow) => boolean;
  readonly noteSwitch: (feed: FeedRow) => void;
};

export function useFixedRows(feeds: readonly FeedRow[]): FixedRows {
  const [places] = useState(() => new Map<string, number>());
  const [switched, setSwitched] = useState<ReadonlyMap<string, FeedRow>>(new Map());
  for (const { url } of feeds) if (!places.has(url)) places.set(url, places.size);
  // A feed outside the registry is listed only while it is chosen.
  const listed = new Set(feeds.map(({ url }) => url));
  const gone = [...switched.values()].filter(({ url }) => !listed.has(url));
  const placeOf = ({ url }: FeedRow) => places.get(url) ?? 0;
  return {
    rows: [...feeds, ...gone.map((feed) => ({ ...feed, isChosen: false }))].sort((a, b) => placeOf(a) - placeOf(b)),
    isSwitched: ({ url }) => switched.has(url),
    noteSwitch: (feed) => setSwitched(new Map(switched).set(feed.url, feed)),
  };
}
