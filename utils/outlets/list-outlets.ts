// Lists of outlets, packs and feeds as the options page shows them.

import type { FeedState } from '../../engine/feed/feed-state.ts';
import { listEditions } from '../../engine/outlet/editions.ts';
import { OWN_PACK_ID } from '../../engine/outlet/outlet-rater.ts';
import type { EditionInfo, FeedInfo, MessageOutput, RatingPackInfo } from '../messages.ts';
import type { OutletCatalogue } from './outlet-catalogue.ts';

const FOUND_MAX = 20;

/** `lockedOff` are those that the organisation switched off. */
export function listRatingPacks(catalogue: OutletCatalogue, lockedOff: readonly string[]): RatingPackInfo[] {
  return catalogue.ratingPacks.map(({ id, name, rater, rates, date, terms, source, values, isShipped, isManaged }) => ({
    id,
    name,
    rater,
    rates,
    date,
    terms,
    source,
    entries: Object.keys(values).length,
    isShipped,
    isLocked: isManaged || lockedOff.includes(id),
    isManaged,
    isOn: !catalogue.packsOff.includes(id),
  }));
}

type FeedFacts = {
  readonly states: ReadonlyMap<string, FeedState>;
  readonly isAllowed: (feedUrl: string) => boolean;
};

/** Every feed of the registry, those chosen first. */
export function listFeeds(catalogue: OutletCatalogue, { states, isAllowed }: FeedFacts): FeedInfo[] {
  const chosen = new Set(catalogue.chosenFeeds.map((feed) => feed.url));
  const feeds = catalogue.directory.outlets.flatMap((outlet) =>
    outlet.feeds.map((feed) => {
      const state = states.get(feed.url);
      return {
        url: feed.url,
        outletId: outlet.id,
        outletName: outlet.name,
        country: outlet.country,
        lang: feed.lang ?? outlet.languages[0] ?? null,
        biasStep: catalogue.rater.rate(outlet.id).bias?.step ?? null,
        isChosen: chosen.has(feed.url),
        isAllowed: isAllowed(feed.url),
        lastSuccessAt: state?.lastSuccessAt ?? null,
        problem: state?.lastProblem ?? null,
      };
    }),
  );
  return feeds.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.outletName.localeCompare(b.outletName));
}

/** By name or host, best fit first. */
export function searchOutlets(catalogue: OutletCatalogue, text: string): MessageOutput<'outlets/search'> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const rank = (name: string, domains: readonly string[]) => {
    const words = [name.toLowerCase(), ...domains];
    if (words.includes(wanted)) return 0;
    if (words.some((word) => word.startsWith(wanted))) return 1;
    return words.some((word) => word.includes(wanted)) ? 2 : null;
  };
  return catalogue.directory.outlets
    .map((outlet) => ({ outlet, rank: rank(outlet.name, outlet.domains) }))
    .filter((found): found is { outlet: typeof found.outlet; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.outlet.name.localeCompare(b.outlet.name))
    .slice(0, FOUND_MAX)
    .map(({ outlet }) => {
      const { id, name, host, ratings } = catalogue.rater.rate(outlet.id);
      const own = ratings.find((rating) => rating.packId === OWN_PACK_ID);
      return { id, name, host, ratings, ownBias: own?.bias ?? null };
    });
}

export function listEditionInfos(catalogue: OutletCatalogue): EditionInfo[] {
  return listEditions(catalogue.directory).map((edition) => ({
    id: edition.id,
    country: edition.country,
    languages: [...edition.languages],
    outlets: edition.outlets,
    feeds: edition.feeds,
  }));
}
