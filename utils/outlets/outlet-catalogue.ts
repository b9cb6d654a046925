// All that is known of outlets now: shipped and imported facts, the ratings that are switched on, the feeds that are chosen.
//
// Built on first need and kept until a setting or an imported pack changes; the worker may drop it at any time.
import { type Baseline, type BlindspotThresholds, computeBaseline } from '../../engine/coverage/blindspot.ts';
import type { FeedSource } from '../../engine/feed/poll-outcome.ts';
import { type LoadedOnce, loadOnce } from '../../engine/load-once.ts';
import { createOutletDirectory, type OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import { createOutletRater, type OutletRater } from '../../engine/outlet/outlet-rater.ts';
import { selectFeeds } from '../../engine/outlet/select-feeds.ts';
import type { OutletPack, RatingPack } from '../../engine/schema.ts';
import type { Settings } from '../settings.ts';
import type { ImportedPacks } from './imported-packs.ts';

export type OutletCatalogue = {
  /**
   * What readRatingsKey said before any of the rest was read: what changed meanwhile is known by another key. So is what is
   * rated while imported packs cannot be read.
   */
  readonly ratingsKey: string;
  readonly directory: OutletDirectory;
  readonly rater: OutletRater;
  /** Every pack, also those switched off. */
  readonly ratingPacks: readonly (RatingPack & { readonly isShipped: boolean; readonly isManaged: boolean })[];
  /** Ids of packs that the user, or the organisation, switched off. */
  readonly packsOff: readonly string[];
  /** How many outlets the user gave a place of their own. */
  readonly ownPlaces: number;
  readonly chosenFeeds: readonly FeedSource[];
  /** Of the rated outlets whose feeds are chosen: what "usual" means for a blindspot. */
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
};

export type CatalogueDeps = {
  readonly readRatingsKey: () => Promise<string>;
  readonly readShippedOutlets: () => Promise<OutletPack>;
  readonly readShippedRatings: () => Promise<readonly RatingPack[]>;
  readonly readImported: () => Promise<ImportedPacks>;
  /** Of the user's organisation; nobody can switch them off. */
  readonly readManagedPacks: () => Promise<readonly RatingPack[]>;
  /** As they count, with the organisation's policy over them. */
  readonly readSettings: () => Promise<Settings>;
};

export type CatalogueLoader = LoadedOnce<OutletCatalogue>;

export function createCatalogueLoader(deps: CatalogueDeps): CatalogueLoader {
  return loadOnce(() => loadCatalogue(deps));
}

async function loadCatalogue(deps: CatalogueDeps): Promise<OutletCatalogue> {
  const [outlets, shipped, { ratingsKey, imported, managed, settings }] = await Promise.all([
    deps.readShippedOutlets(),
    deps.readShippedRatings(),
    readChosen(deps),
  ]);
  const directory = createOutletDirectory([outlets, ...imported.outlets]);
  const managedIds = new Set<string>(managed.map(({ id }) => id));
  const ratingPacks = [
    ...shipped.map((pack) => ({ ...pack, isShipped: true, isManaged: false })),
    ...managed.map((pack) => ({ ...pack, isShipped: false, isManaged: true })),
    ...imported.ratings.map((pack) => ({ ...pack, isShipped: false, isManaged: false })),
  ].filter((pack, index, all) => all.findIndex(({ id }) => id === pack.id) === index);
  const packsOff = settings.ratingPacksOff.filter((id) => !managedIds.has(id));
  const packs = ratingPacks.filter((pack) => !packsOff.includes(pack.id));
  const rater = createOutletRater({ directory, packs, ownBias: settings.ownBias });
  const chosenFeeds = selectFeeds({
    directory,
    rater,
    editions: settings.editions,
    limit: settings.feedLimit,
    added: settings.feedsAdded,
    removed: settings.feedsRemoved,
  });
  const tracked = new Set(chosenFeeds.map((feed) => feed.outletId));
  const baseline = computeBaseline([...tracked].map((id) => rater.rate(id)));
  const ownPlaces = Object.keys(settings.ownBias).length;
  const { blindspotThresholds } = settings;
  return {
    ratingsKey,
    directory,
    rater,
    ratingPacks,
    packsOff,
    ownPlaces,
    chosenFeeds,
    baseline,
    blindspotThresholds,
  };
}

/** What can change while the worker lives; the key first. */
async function readChosen(deps: CatalogueDeps) {
  const ratingsKey = await deps.readRatingsKey();
  const [imported, managed, settings] = await Promise.all([
    deps.readImported(),
    deps.readManagedPacks(),
    deps.readSettings(),
  ]);
  return {
    ratingsKey: imported.areRead ? ratingsKey : `${ratingsKey} without imported packs`,
    imported,
    managed,
    settings,
  };
}
