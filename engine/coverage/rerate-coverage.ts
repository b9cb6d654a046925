// Applies the user's choice of ratings to coverage computed by a server: packs switched off, imported packs, own ratings.
//
// The server's ratings stay, except those of packs that are switched off. Ratings of imported packs are added; the user's
// own rating of an outlet replaces the mean, as everywhere. Counts are corrected by the difference for each outlet, so that
// they stay right for a story whose coverage contains only some of its articles:
//
//   spread of 260 outlets, 12 shown: one of these was "left" and is "center" now  →  left − 1, center + 1, of 260 still
//
// Title, first report, families and facts about outlets remain the server's.
import { BIAS_STEPS, toSide } from '../bias-scale.ts';
import { computeOutletBias } from '../outlet/bias.ts';
import { computeFactuality } from '../outlet/factuality.ts';
import type { OutletDirectory } from '../outlet/outlet-directory.ts';
import { listLabels, type OutletRater } from '../outlet/outlet-rater.ts';
import { OWN_PACK_ID } from '../outlet/own-pack-id.ts';
import type { Blindspot, Coverage, Facet, RatedOutlet, Rating, RatingPack, Spread } from '../schema.ts';
import { type Baseline, type BlindspotThresholds, findBlindspots } from './blindspot.ts';
import { compareCounts } from './facets.ts';

export type OwnRatings = {
  readonly directory: OutletDirectory;
  /** Rates by the packs that are switched on and the user's own ratings. */
  readonly rater: OutletRater;
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
  /** All packs on the device, including those that are switched off. */
  readonly packs: readonly (Pick<RatingPack, 'id' | 'rates'> & { readonly isShipped: boolean })[];
  /** Ids of packs that the user switched off. */
  readonly packsOff: readonly string[];
  /** Number of outlets that the user rated. */
  readonly ownPlaces: number;
};

/** If false, the server's coverage stays as it is. */
export function hasOwnRatings({ packs, packsOff, ownPlaces }: OwnRatings): boolean {
  return ownPlaces > 0 || packsOff.length > 0 || packs.some(({ isShipped }) => !isShipped);
}

export function rerateCoverage(coverage: Coverage, own: OwnRatings): Coverage {
  const before = Object.values(coverage.outlets);
  const after = before.map((outlet) => rerateOutlet(outlet, own));
  const spread = moveVotes(coverage.story.spread, { before, after });
  const isMoved = BIAS_STEPS.some((step) => spread.steps[step] !== coverage.story.spread.steps[step]);
  const story = { ...coverage.story, spread };
  const blindspots = isMoved ? recomputeBlindspots(story, own) : story.blindspots;
  return {
    ...coverage,
    story: { ...story, blindspots },
    outlets: Object.fromEntries(after.map((outlet) => [outlet.id, outlet])),
    factuality: moveFactuality(coverage.factuality, { before, after }),
  };
}

/** The server's baselines come first: a user of a server may follow no feeds, which leaves the device without any. */
function recomputeBlindspots({ blindspots, spread }: Coverage['story'], own: OwnRatings): Blindspot[] {
  const served = Object.fromEntries(blindspots.map(({ side, baseline }) => [side, baseline]));
  const baseline = { ...own.baseline, ...served };
  return [...findBlindspots({ spread, baseline, thresholds: own.blindspotThresholds })];
}

/** Drops ratings that a server presents as the user's own. */
export function withoutClaimedRatings(coverage: Coverage): Coverage {
  const outlets = Object.values(coverage.outlets).map((outlet) => ({
    ...outlet,
    ratings: outlet.ratings.filter(({ packId }) => packId !== OWN_PACK_ID),
  }));
  return { ...coverage, outlets: Object.fromEntries(outlets.map((outlet) => [outlet.id, outlet])) };
}

function rerateOutlet(outlet: RatedOutlet, own: OwnRatings): RatedOutlet {
  // The user may have imported an outlet of which the server knows only the host.
  const known = outlet.isKnown ? null : own.directory.findByHost(outlet.host);
  const local = own.rater.rate(known?.id ?? outlet.id).ratings;
  const ownPacks = new Set(own.packs.filter(({ isShipped }) => !isShipped).map(({ id }) => id));
  const given = local.filter(({ packId }) => packId === OWN_PACK_ID);
  const imported = local.filter(({ packId }) => ownPacks.has(packId));
  const kept = outlet.ratings.filter(({ packId }) => !own.packsOff.includes(packId) && !ownPacks.has(packId));
  if (given.length + imported.length === 0 && kept.length === outlet.ratings.length) return outlet;
  // In the device's own order: of two ratings by one rater with one date, the later counts.
  const rerated = computeRatings({ ...outlet, ratings: [...given, ...kept, ...imported] }, own);
  return { ...rerated, name: known?.name ?? outlet.name };
}

/** Bias, factuality and labels, which follow from the outlet's ratings. */
function computeRatings(outlet: RatedOutlet, { packs }: OwnRatings): RatedOutlet {
  const { ratings } = outlet;
  const own = ratings.filter(({ packId }) => packId === OWN_PACK_ID);
  // A rater may have a pack for bias and one for factuality: the newer of the two must not replace the other.
  const rates = new Map(packs.map((pack) => [pack.id, pack.rates]));
  const kindOf = ({ packId, factuality }: Rating) => rates.get(packId) ?? (factuality === null ? 'bias' : 'factuality');
  const ofRaters = (kind: RatingPack['rates']) =>
    ratings.filter((rating) => rating.packId !== OWN_PACK_ID && kindOf(rating) === kind);
  const [ofBias, ofFactuality] = [ofRaters('bias'), ofRaters('factuality')];
  return {
    ...outlet,
    bias: computeOutletBias(own.length > 0 ? own : ofBias),
    factuality: computeFactuality(ofFactuality),
    labels: listLabels(ofBias, ofFactuality),
  };
}

type Rerated = { readonly before: readonly RatedOutlet[]; readonly after: readonly RatedOutlet[] };

function moveVotes(spread: Spread, { before, after }: Rerated): Spread {
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

function moveFactuality(facet: Facet, { before, after }: Rerated): Facet {
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
