// Everything currently known about outlets: shipped and imported facts, the active ratings, and the chosen feeds.
//
// Built on first use and kept until a setting or an imported pack changes; the worker may be stopped at any time.
import { type Baseline, type BlindspotThresholds, computeFeedBaseline } from '../../engine/coverage/blindspot.ts';
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
   * From the value of readRatingsKey before the rest was read, so that later changes lead to another key, and the baseline. If
   * imported packs cannot be read, the key says so.
   */
  readonly ratingsKey: string;
  readonly directory: OutletDirectory;
  readonly rater: OutletRater;
  /** All packs, including those that are switched off. */
  readonly ratingPacks: readonly (RatingPack & { readonly isShipped: boolean; readonly isManaged: boolean })[];
  /** Ids of packs that the user or the organisation has switched off. */
  readonly packsOff: readonly string[];
  /** How many outlets the user has rated. */
  readonly ownPlaces: number;
  readonly chosenFeeds: readonly FeedSource[];
  /** Computed from the outlets whose feeds are chosen and may be polled: what counts as usual when looking for blindspots. */
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
};

export type CatalogueDeps = {
  readonly readRatingsKey: () => Promise<string>;
  readonly readShippedOutlets: () => Promise<OutletPack>;
  readonly readShippedRatings: () => Promise<readonly RatingPack[]>;
  readonly readImported: () => Promise<ImportedPacks>;
  /** Packs of the user's organisation, which the user cannot switch off. */
  readonly readManagedPacks: () => Promise<readonly RatingPack[]>;
  /** The effective settings, with the organisation's policy applied. */
  readonly readSettings: () => Promise<Settings>;
  readonly readPolledFeeds: () => Promise<(feedUrl: string) => boolean>;
  /** Returns the key of the baseline and everything that the given key stands for. */
  readonly keepBaseline: (key: string, baseline: Baseline) => Promise<string>;
};

export type CatalogueLoader = LoadedOnce<OutletCatalogue>;

export function createCatalogueLoader(deps: CatalogueDeps): CatalogueLoader {
  return loadOnce(() => loadCatalogue(deps));
}

async function loadCatalogue(deps: CatalogueDeps): Promise<OutletCatalogue> {
  const [outlets, shipped, { readKey, isPolled, imported, managed, settings }] = await Promise.all([
    deps.readShippedOutlets(),
    deps.readShippedRatings(),
    readChosen(deps),
  ]);
  const directory = createOutletDirectory([outlets, ...imported.outlets]);
  const managedIds = new Set<string>(managed.map(({ id }) => id));
  const given = [
    ...shipped.map((pack) => ({ ...pack, isShipped: true, isManaged: false })),
    ...managed.map((pack) => ({ ...pack, isShipped: false, isManaged: true })),
    ...imported.ratings.map((pack) => ({ ...pack, isShipped: false, isManaged: false })),
  ];
  const ratingPacks = given.filter((pack, index) => given.findIndex(({ id }) => id === pack.id) === index);
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
  const polledFeeds = chosenFeeds.filter(({ url }) => isPolled(url));
  const baseline = computeFeedBaseline(polledFeeds, rater);
  const ownPlaces = Object.keys(settings.ownBias).length;
  const { blindspotThresholds } = settings;
  // The baseline without imported packs is not kept, so that stored summaries, made with them, remain in use.
  const ratingsKey = imported.areRead
    ? await deps.keepBaseline(readKey, baseline)
    : `${readKey} without imported packs`;
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

/** Reads what can change while the worker runs, beginning with the key. */
async function readChosen(deps: CatalogueDeps) {
  const readKey = await deps.readRatingsKey();
  const [isPolled, imported, managed, settings] = await Promise.all([
    deps.readPolledFeeds(),
    deps.readImported(),
    deps.readManagedPacks(),
    deps.readSettings(),
  ]);
  return { readKey, isPolled, imported, managed, settings };
}
