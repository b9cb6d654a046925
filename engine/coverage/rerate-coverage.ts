// Puts the reader's own choice of ratings over coverage that somebody else computed: packs switched off, packs of their own, own places.
//
// The server's ratings stay except those of packs that are switched off; ratings of the reader's own packs come beside
// them; an own place stands instead of the mean, as everywhere. Counts are corrected by the difference, outlet by outlet,
// so that they stay right for a story whose coverage shows only some of its articles:
//
//   spread of 260 outlets, 12 shown: one of these was "left" and is "center" now  →  left − 1, center + 1, of 260 still
//
// Title, first report, families and facts of outlets stay as the server has them.
import { computeOutletBias, toSide } from '../outlet/bias.ts';
import { computeFactuality } from '../outlet/factuality.ts';
import type { OutletDirectory } from '../outlet/outlet-directory.ts';
import { listLabels, type OutletRater } from '../outlet/outlet-rater.ts';
import { OWN_PACK_ID } from '../outlet/own-pack-id.ts';
import {
  BIAS_STEPS,
  type Blindspot,
  type Coverage,
  type Facet,
  type RatedOutlet,
  type Rating,
  type RatingPack,
  type Spread,
} from '../schema.ts';
import { type Baseline, type BlindspotThresholds, findBlindspots } from './blindspot.ts';
import { compareCounts } from './facets.ts';

export type OwnRatings = {
  readonly directory: OutletDirectory;
  /** Over the packs that are switched on, with the reader's own places. */
  readonly rater: OutletRater;
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
  /** Every pack that the reader has, also those switched off. */
  readonly packs: readonly (Pick<RatingPack, 'id' | 'rates'> & { readonly isShipped: boolean })[];
  /** Ids of packs that the reader switched off. */
  readonly packsOff: readonly string[];
  /** How many outlets the reader gave a place of their own. */
  readonly ownPlaces: number;
};

/** Without a choice of the reader's own there is nothing to put over the server's. */
export function hasOwnRatings({ packs, packsOff, ownPlaces }: OwnRatings): boolean {
  return ownPlaces > 0 || packsOff.length > 0 || packs.some(({ isShipped }) => !isShipped);
}

export function rerateCoverage(coverage: Coverage, own: OwnRatings): Coverage {
  const before = Object.values(coverage.outlets);
  const after = before.map((outlet) => rerateOutlet(outlet, own));
  const spread = moveVotes(coverage.story.spread, before, after);
  const isMoved = BIAS_STEPS.some((step) => spread.steps[step] !== coverage.story.spread.steps[step]);
  const blindspots = isMoved ? findBlindspotsAnew(coverage.story, spread, own) : coverage.story.blindspots;
  return {
    ...coverage,
    story: { ...coverage.story, spread, blindspots },
    outlets: Object.fromEntries(after.map((outlet) => [outlet.id, outlet])),
    factuality: moveFactuality(coverage.factuality, before, after),
  };
}

/** What is usual for a side is the server's to say where it does: a reader who asks a server may follow no feeds at all. */
function findBlindspotsAnew({ blindspots }: Coverage['story'], spread: Spread, own: OwnRatings): Blindspot[] {
  const served = Object.fromEntries(blindspots.map(({ side, baseline }) => [side, baseline]));
  const baseline = { ...own.baseline, ...served };
  return [...findBlindspots({ spread, baseline, thresholds: own.blindspotThresholds })];
}

/** Nobody but the reader says what the reader's own rating is. */
export function withoutClaimedRatings(coverage: Coverage): Coverage {
  const outlets = Object.values(coverage.outlets).map((outlet) => ({
    ...outlet,
    ratings: outlet.ratings.filter(({ packId }) => packId !== OWN_PACK_ID),
  }));
  return { ...coverage, outlets: Object.fromEntries(outlets.map((outlet) => [outlet.id, outlet])) };
}

function rerateOutlet(outlet: RatedOutlet, own: OwnRatings): RatedOutlet {
  // The reader may have imported an outlet that the server knows only by its host.
  const known = outlet.isKnown ? null : own.directory.findByHost(outlet.host);
  const local = own.rater.rate(known?.id ?? outlet.id).ratings;
  const ownPacks = new Set(own.packs.filter(({ isShipped }) => !isShipped).map(({ id }) => id));
  const added = local.filter(({ packId }) => packId === OWN_PACK_ID || ownPacks.has(packId));
  const kept = outlet.ratings.filter(({ packId }) => !own.packsOff.includes(packId) && !ownPacks.has(packId));
  if (added.length === 0 && kept.length === outlet.ratings.length) return outlet;
  return { ...withRatings(outlet, [...added, ...kept], own), name: known?.name ?? outlet.name };
}

function withRatings(outlet: RatedOutlet, ratings: readonly Rating[], { packs }: OwnRatings): RatedOutlet {
  const own = ratings.filter(({ packId }) => packId === OWN_PACK_ID);
  // One rater may have a pack of each kind, and its latest word on one says nothing about the other.
  const rates = new Map(packs.map((pack) => [pack.id, pack.rates]));
  const kindOf = ({ packId, factuality }: Rating) => rates.get(packId) ?? (factuality === null ? 'bias' : 'factuality');
  const ofRaters = (kind: RatingPack['rates']) =>
    ratings.filter((rating) => rating.packId !== OWN_PACK_ID && kindOf(rating) === kind);
  const [ofBias, ofFactuality] = [ofRaters('bias'), ofRaters('factuality')];
  return {
    ...outlet,
    ratings: [...ratings],
    bias: computeOutletBias(own.length > 0 ? own : ofBias),
    factuality: computeFactuality(ofFactuality),
    labels: listLabels(ofBias, ofFactuality),
  };
}

function moveVotes(spread: Spread, before: readonly RatedOutlet[], after: readonly RatedOutlet[]): Spread {
  const moved = { ...spread, steps: { ...spread.steps } };
  const vote = ({ bias }: RatedOutlet, by: 1 | -1) => {
    if (bias === null) {
      moved.unrated += by;
      return;
    }
    moved.steps[bias.step] += by;
    moved[toSide(bias.step)] += by;
    moved.rated += by;
  };
  for (const outlet of before) vote(outlet, -1);
  for (const outlet of after) vote(outlet, 1);
  return moved;
}

function moveFactuality(facet: Facet, before: readonly RatedOutlet[], after: readonly RatedOutlet[]): Facet {
  const counts = new Map(facet.counts.map(({ value, outlets }) => [value, outlets]));
  let unknown = facet.unknown;
  const count = ({ factuality }: RatedOutlet, by: 1 | -1) => {
    if (factuality === null) unknown += by;
    else counts.set(factuality, (counts.get(factuality) ?? 0) + by);
  };
  for (const outlet of before) count(outlet, -1);
  for (const outlet of after) count(outlet, 1);
  const left = [...counts].filter(([, outlets]) => outlets > 0).map(([value, outlets]) => ({ value, outlets }));
  return { counts: left.sort(compareCounts), unknown };
}
