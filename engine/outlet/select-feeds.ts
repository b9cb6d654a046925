// Selects the feeds to poll: a list balanced over the spectrum and over outlets, best-known outlets first.
//
//   agencies     the best international agencies that publish in the reader's languages or in English, 1 in 12 of the list
//   editions     take turns, each giving its next outlet from:
//                  the country's own outlets, then those of other countries in its languages, then further feeds of its own
//                  outlets, then the unrated ones that were held back
//     sides      within each of these, left, center and right take turns; an unrated outlet follows every second round, then as many
//                  unrated newspapers, magazines and broadcasters as there are rated outlets (UNRATED_MIN where few are rated)
//     rank       within a side: type of medium, number of raters, factual reporting; ids break ties
//   user         removed feeds are not replaced; added ones come on top of the limit
//
// Example, limit 12, edition "us": 1 agency, then left, center, right, unrated, left, center, right, left, center, right, unrated.

import { toSide } from '../bias-scale.ts';
import type { FeedSource } from '../feed/poll-outcome.ts';
import type { Outlet, OutletFeed } from '../schema.ts';
import { balance, type Candidate, holdBack, interleave } from './balance-sides.ts';
import { listFeedLanguages, readFeedLanguage, WORLD_EDITION } from './editions.ts';
import type { OutletDirectory } from './outlet-directory.ts';
import { isRefused, isTrustedAgency, rankOutlet } from './outlet-rank.ts';
import type { OutletRater } from './outlet-rater.ts';
import { resolveOutletId } from './resolve-outlet-id.ts';

export type FeedSelection = {
  readonly directory: OutletDirectory;
  readonly rater: OutletRater;
  /** Edition ids; without any only the added feeds are polled. */
  readonly editions: readonly string[];
  /** Most feeds chosen by editions. */
  readonly limit: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
};

/** Deterministic. A URL that is both added and removed is removed. */
export function selectFeeds(selection: FeedSelection): readonly FeedSource[] {
  const removed = new Set(selection.removed);
  const chosen = new Map<string, FeedSource>();
  for (const feed of [...chooseByEditions(selection), ...readAdded(selection)]) {
    if (!removed.has(feed.url) && !chosen.has(feed.url)) chosen.set(feed.url, feed);
  }
  return [...chosen.values()];
}

const AGENCY_PART = 1 / 12;
/** Further feeds of an outlet are sport, culture and the like, and bring hardly any new stories. */
const FEEDS_PER_OUTLET_MAX = 3;

function chooseByEditions({ directory, rater, editions, limit }: FeedSelection): readonly FeedSource[] {
  if (editions.length === 0) return [];
  const candidates = directory.outlets
    .filter(({ feeds }) => feeds.length > 0)
    .flatMap((outlet) => toCandidate(outlet, rater));
  candidates.sort((a, b) => b.rank - a.rank || (a.outlet.id < b.outlet.id ? -1 : 1));
  const plans = editions.map((edition) => planEdition(edition, candidates));
  const agencies = planAgencies(candidates, plans).slice(0, Math.ceil(limit * AGENCY_PART));
  const first = new Set(agencies.map(({ url }) => url));
  const queues = plans.map(({ feeds }) => feeds.filter(({ url }) => !first.has(url)));
  const planned = new Map([...agencies, ...interleave(queues)].map((feed) => [feed.url, feed]));
  const sides = new Map(candidates.map(({ outlet, side }) => [outlet.id, side]));
  return holdBack([...planned.values()], sides).slice(0, limit);
}

function toCandidate(outlet: Outlet, rater: OutletRater): readonly Candidate[] {
  const rated = rater.rate(outlet.id);
  if (isRefused(rated)) return [];
  const side = rated.bias === null ? 'unrated' : toSide(rated.bias.step);
  return [{ outlet, side, rank: rankOutlet(outlet, rated), isTrustedAgency: isTrustedAgency(outlet, rated) }];
}

// ── editions ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Null for all languages; a null element stands for feeds of unknown language. */
type FeedLanguages = readonly (string | null)[] | null;

type Plan = { readonly languages: readonly string[]; readonly feeds: readonly FeedSource[] };

function planEdition(edition: string, candidates: readonly Candidate[]): Plan {
  const isWorld = edition === WORLD_EDITION;
  const isOwn = ({ outlet }: Candidate) => outlet.country?.toLowerCase() === edition;
  const own = candidates.filter(isOwn);
  const others = candidates.filter((candidate) => !isOwn(candidate));
  const languages = isWorld ? ['en'] : listFeedLanguages(own.map(({ outlet }) => outlet));
  const inLanguage = others.filter(({ outlet }) => listFeeds(outlet, languages).length > 0);
  const rest = isWorld ? others.filter(({ outlet }) => listFeeds(outlet, languages).length === 0) : [];
  const ownLanguages = [...languages, null];
  const [ownFirst, ownLast] = balance(own);
  const [nearFirst, nearLast] = balance(inLanguage);
  const [farFirst, farLast] = balance(rest);
  return {
    languages,
    feeds: [
      ...pickFeeds(ownFirst, { languages: ownLanguages, from: 0, to: 1 }),
      ...pickFeeds(nearFirst, { languages, from: 0, to: 1 }),
      ...pickFeeds(farFirst, { languages: null, from: 0, to: 1 }),
      ...pickFeeds(ownFirst, { languages: ownLanguages, from: 1, to: FEEDS_PER_OUTLET_MAX }),
      ...pickFeeds(ownLast, { languages: ownLanguages, from: 0, to: 1 }),
      ...pickFeeds(nearLast, { languages, from: 0, to: 1 }),
      ...pickFeeds(farLast, { languages: null, from: 0, to: 1 }),
    ],
  };
}

type FeedPick = { readonly languages: FeedLanguages; readonly from: number; readonly to: number };

function pickFeeds(candidates: readonly Candidate[], { languages, from, to }: FeedPick): readonly FeedSource[] {
  return candidates.flatMap(({ outlet }) => listFeeds(outlet, languages).slice(from, to));
}

function planAgencies(candidates: readonly Candidate[], plans: readonly Plan[]): readonly FeedSource[] {
  const languages = ['en', ...plans.flatMap((plan) => plan.languages)];
  return candidates
    .filter((candidate) => candidate.isTrustedAgency)
    .flatMap(({ outlet }) => listFeeds(outlet, languages).slice(0, 1));
}

/** Feeds before news sitemaps, which are long and have no leads. */
function listFeeds(outlet: Outlet, languages: FeedLanguages): readonly FeedSource[] {
  const feeds = outlet.feeds.map((feed) => toFeedSource(outlet, feed));
  const fitting = feeds.filter(({ lang }) => languages === null || languages.includes(lang));
  return [
    ...fitting.filter(({ format }) => format === 'feed'),
    ...fitting.filter(({ format }) => format === 'sitemap'),
  ];
}

export function toFeedSource(outlet: Outlet, feed: OutletFeed): FeedSource {
  return { url: feed.url, outletId: outlet.id, lang: readFeedLanguage(outlet, feed), format: feed.format ?? 'feed' };
}

// ── the user's own ──────────────────────────────────────────────────────────────────────────────────────────────────

function readAdded({ directory, added }: FeedSelection): readonly FeedSource[] {
  const listed = new Map(
    directory.outlets.flatMap((outlet) => outlet.feeds.map((feed) => [feed.url, toFeedSource(outlet, feed)])),
  );
  return added.flatMap((url) => {
    const known = listed.get(url);
    if (known !== undefined) return [known];
    const outletId = resolveOutletId(directory, url);
    return outletId === null ? [] : [{ url, outletId, lang: null, format: 'feed' }];
  });
}
