// Outlets for the popup and the options page: a page's outlet, and lists of outlets, packs and feeds.

import type { FeedState } from '../../engine/feed/feed-state.ts';
import { OutletId } from '../../engine/ids.ts';
import { listEditions } from '../../engine/outlet/editions.ts';
import { createOutletSearch, foldName } from '../../engine/outlet/outlet-search.ts';
import { OWN_PACK_ID } from '../../engine/outlet/own-pack-id.ts';
import { resolveOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import type { RatedOutlet } from '../../engine/schema.ts';
import type { EditionInfo, FeedInfo, MessageOutput, RatingPackInfo } from '../messages.ts';
import type { Setting } from '../settings.ts';
import type { OutletCatalogue } from './outlet-catalogue.ts';

const FOUND_MAX = 20;

/** `lockedOff`: ids of packs that the organisation switched off. */
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

/** All feeds of the registry and all others that are polled, chosen ones first. */
export function listFeeds(catalogue: OutletCatalogue, { states, isAllowed }: FeedFacts): FeedInfo[] {
  const { directory, rater, chosenFeeds } = catalogue;
  const listed = directory.outlets.flatMap((outlet) =>
    outlet.feeds.map(({ url, lang }) => ({
      url,
      outletId: outlet.id,
      lang: lang ?? outlet.languages[0] ?? null,
      domains: [...outlet.domains],
    })),
  );
  const listedUrls = new Set(listed.map(({ url }) => url));
  const chosenUrls = new Set(chosenFeeds.map(({ url }) => url));
  // Feeds added by the user are still polled after they leave the registry; without a row they could not be removed.
  const others = chosenFeeds.filter(({ url }) => !listedUrls.has(url)).map((feed) => ({ ...feed, domains: [] }));
  const feeds = [...listed, ...others].map(({ url, outletId, lang, domains }) => {
    const { name, country, bias } = rater.rate(outletId);
    const state = states.get(url);
    return {
      url,
      outletId,
      outletName: name,
      country,
      lang,
      domains,
      biasStep: bias?.step ?? null,
      isChosen: chosenUrls.has(url),
      isAllowed: isAllowed(url),
      lastSuccessAt: state?.lastSuccessAt ?? null,
      problem: state?.lastProblem ?? null,
    };
  });
  return feeds.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || a.outletName.localeCompare(b.outletName));
}

/** By name or host, best match first. */
export function searchOutlets(catalogue: OutletCatalogue, text: string): MessageOutput<'outlets/search'> {
  const wanted = foldName(text);
  if (wanted === '') return { outlets: [], total: 0 };
  const isAbout = createOutletSearch(text);
  const rank = (name: string, domains: readonly string[]) => {
    const words = [foldName(name), ...domains];
    if (words.includes(wanted)) return 0;
    if (words.some((word) => word.startsWith(wanted))) return 1;
    return isAbout({ texts: words, domains }) ? 2 : null;
  };
  const found = catalogue.directory.outlets
    .map((outlet) => ({ outlet, rank: rank(outlet.name, outlet.domains) }))
    .filter((each): each is { outlet: typeof each.outlet; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.outlet.name.localeCompare(b.outlet.name));
  const outlets = found.slice(0, FOUND_MAX).map(({ outlet }) => {
    const { id, name, host, ratings } = catalogue.rater.rate(outlet.id);
    const own = ratings.find((rating) => rating.packId === OWN_PACK_ID);
    return { id, name, host, ratings, ownBias: own?.bias ?? null };
  });
  return { outlets, total: found.length };
}

/** Null if nothing is known: the host is neither in a registry nor rated. */
export function rateOutletOfPage({ directory, rater }: OutletCatalogue, url: string): RatedOutlet | null {
  const id = resolveOutletId(directory, url);
  const outlet = id && rater.rate(id);
  return outlet?.isKnown || outlet?.ratings.length ? outlet : null;
}

/**
 * Sorted by name; an outlet that has left the registry is listed by its host or id. `ownBias` is passed separately, because the
 * catalogue may be older than the last change.
 */
export function listOwnRatings({ rater }: OutletCatalogue, ownBias: Setting<'ownBias'>): MessageOutput<'outlets/own'> {
  return Object.entries(ownBias)
    .map(([key, own]) => {
      const { id, name, host } = rater.rate(OutletId.parse(key));
      return { id, name, host, ...(typeof own === 'number' ? { bias: own, date: null } : own) };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.host.localeCompare(b.host));
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
