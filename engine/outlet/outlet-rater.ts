// Outlets as shown to the reader: the registry's facts with all ratings of the active packs and of the user.

import { toBiasStep } from '../bias-scale.ts';
import type { OutletId } from '../ids.ts';
import { remember } from '../remember.ts';
import type { Outlet, OutletLabel, RatedOutlet, Rating, RatingPack } from '../schema.ts';
import { computeOutletBias } from './bias.ts';
import { computeFactuality } from './factuality.ts';
import { keepLatestOfEachRater } from './latest-ratings.ts';
import type { OutletDirectory } from './outlet-directory.ts';
import { OWN_PACK_ID } from './own-pack-id.ts';
import { readPackEntries } from './pack-entries.ts';
import { readRating } from './read-rating.ts';
import { readHostOutletId } from './resolve-outlet-id.ts';

export type OutletRater = {
  /** Never fails: an unknown outlet is shown by its host, unrated. */
  rate(id: OutletId): RatedOutlet;
};

/** −3 … +3, with the ISO date on which it was given if known. */
export type OwnBias = number | { readonly bias: number; readonly date: string };

export type OutletRaterParts = {
  readonly directory: OutletDirectory;
  /** The active packs. */
  readonly packs: readonly RatingPack[];
  /** The user's own places by outlet id. */
  readonly ownBias: Readonly<Record<string, OwnBias>>;
};

const OWN_RATER = 'your rating';

const REMEMBERED_MOST = 20_000;

/** Results are cached: create a new rater when packs or own ratings change. */
export function createOutletRater({ directory, packs, ownBias }: OutletRaterParts): OutletRater {
  let indexes: readonly PackIndex[] | null = null;
  return {
    rate: remember((id: OutletId) => {
      indexes ??= packs.map((pack) => ({ pack, entries: readPackEntries(pack, directory) }));
      const own = Object.hasOwn(ownBias, id) ? toOwnRating(ownBias[id]) : null;
      return toRatedOutlet({ id, outlet: directory.get(id), own, ...readRatings(indexes, id) });
    }, REMEMBERED_MOST),
  };
}

type PackIndex = { readonly pack: RatingPack; readonly entries: ReturnType<typeof readPackEntries> };

type RatingsByKind = { readonly ofBias: readonly Rating[]; readonly ofFactuality: readonly Rating[] };

function readRatings(indexes: readonly PackIndex[], id: OutletId): RatingsByKind {
  const ofBias: Rating[] = [];
  const ofFactuality: Rating[] = [];
  for (const { pack, entries } of indexes) {
    const entry = entries.get(id);
    const rating = entry === undefined ? null : readRating(pack, entry);
    if (rating !== null) (pack.rates === 'bias' ? ofBias : ofFactuality).push(rating);
  }
  return { ofBias, ofFactuality };
}

function toOwnRating(own: OwnBias | undefined): Rating | null {
  if (own === undefined) return null;
  const { bias, date } = typeof own === 'number' ? { bias: own, date: '' } : own;
  if (!Number.isFinite(bias)) return null;
  const value = toBiasStep(bias);
  return { packId: OWN_PACK_ID, rater: OWN_RATER, value, bias, factuality: null, label: null, date, source: '' };
}

type RatedOutletParts = RatingsByKind & {
  readonly id: OutletId;
  readonly outlet: Outlet | null;
  readonly own: Rating | null;
};

function toRatedOutlet({ id, outlet, own, ofBias, ofFactuality }: RatedOutletParts): RatedOutlet {
  const host = outlet === null ? (readHostOutletId(id) ?? id).slice(0, 253) : toShownHost(outlet);
  const ratings = [...(own === null ? [] : [own]), ...ofBias, ...ofFactuality];
  return {
    id,
    name: outlet?.name ?? host.slice(0, 120),
    host,
    country: outlet?.country ?? null,
    owner: outlet?.owner ?? null,
    ownership: outlet?.ownership ?? 'unknown',
    isKnown: outlet !== null,
    bias: computeOutletBias(own === null ? ofBias : [own]),
    factuality: computeFactuality(ofFactuality),
    labels: listLabels(ofBias, ofFactuality),
    ratings,
  };
}

/** Only labels of each rater's latest ratings; ratings of bias and of factual reporting do not replace each other. */
export function listLabels(ofBias: readonly Rating[], ofFactuality: readonly Rating[]): OutletLabel[] {
  const latest = [...keepLatestOfEachRater(ofBias), ...keepLatestOfEachRater(ofFactuality)];
  return [...new Set(latest.flatMap(({ label }) => (label === null ? [] : [label])))];
}

function toShownHost(outlet: Outlet): string {
  return (outlet.domains[0] ?? '').replace(/^=/, '').replace(/\/.*$/, '');
}
