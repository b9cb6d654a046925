// Keeps feeds where they stood when the page was opened: a row that moves or goes takes the keyboard's focus with it.
import { useState } from 'preact/hooks';
import type { FeedRow } from '../options/options-state.ts';

type FixedRows = {
  /** In the order in which they were first seen. */
  readonly rows: readonly FeedRow[];
  /** Switched in this visit: shown whatever the list is narrowed to. */
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
