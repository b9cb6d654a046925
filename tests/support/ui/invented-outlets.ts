// Invented outlets with ratings by invented raters, for screenshots and component tests.

import { BIAS_STEPS, toBiasStep } from '../../../engine/bias-scale.ts';
import { OutletId } from '../../../engine/ids.ts';
import type { BiasStep, FactualityStep, OutletLabel, Ownership, RatedOutlet, Rating } from '../../../engine/schema.ts';

type Row = {
  id: string;
  name: string;
  country: string | null;
  /** Places between −3 and +3, one per rater; empty for an unrated outlet. */
  places: number[];
  factuality: FactualityStep | null;
  ownership: Ownership;
  labels?: OutletLabel[];
  isKnown?: boolean;
};

const ROWS: Row[] = [
  { id: 'wire', name: 'Northern Wire', country: 'US', places: [-1, -1], factuality: 'high', ownership: 'independent' },
  { id: 'herald', name: 'Harbour Herald', country: 'GB', places: [-1], factuality: 'high', ownership: 'corporation' },
  {
    id: 'ledger',
    name: 'The Morning Ledger',
    country: 'US',
    places: [-2, -1],
    factuality: 'mostly-factual',
    ownership: 'conglomerate',
  },
  {
    id: 'courier',
    name: 'Tidewater Courier',
    country: 'CA',
    places: [-1],
    factuality: 'high',
    ownership: 'independent',
  },
  { id: 'kurier', name: 'Küstenkurier', country: 'DE', places: [-1], factuality: 'high', ownership: 'public' },
  {
    id: 'commune',
    name: 'La Voix du Port',
    country: 'FR',
    places: [-2],
    factuality: 'mixed',
    ownership: 'independent',
  },
  { id: 'lookout', name: 'Lookout Weekly', country: 'US', places: [-2, -2], factuality: 'mixed', ownership: 'other' },
  {
    id: 'public',
    name: 'Public Radio Northmark',
    country: 'US',
    places: [0, -1],
    factuality: 'very-high',
    ownership: 'public',
  },
  { id: 'gazette', name: 'Ferry Gazette', country: 'GB', places: [0], factuality: 'high', ownership: 'independent' },
  { id: 'standard', name: 'Island Standard', country: 'IE', places: [0], factuality: 'high', ownership: 'corporation' },
  { id: 'tribune', name: 'Cape Tribune', country: 'US', places: [1], factuality: 'mixed', ownership: 'billionaire' },
  {
    id: 'sentinel',
    name: 'Coastal Sentinel',
    country: 'US',
    places: [2, 3],
    factuality: 'low',
    ownership: 'private-equity',
  },
  { id: 'manar', name: 'المنارة', country: 'EG', places: [], factuality: null, ownership: 'unknown' },
  { id: 'majak', name: 'Маяк', country: 'BG', places: [], factuality: null, ownership: 'government' },
  {
    id: 'blog',
    name: 'harbourwatch.test',
    country: null,
    places: [],
    factuality: null,
    ownership: 'unknown',
    isKnown: false,
  },
  {
    id: 'gull',
    name: 'The Daily Gull',
    country: 'US',
    places: [],
    factuality: null,
    ownership: 'independent',
    labels: ['satire'],
  },
];

export const INVENTED_OUTLETS: Readonly<Record<string, RatedOutlet>> = Object.fromEntries(
  ROWS.map((row) => [row.id, toOutlet(row)]),
);

export const sideOf = (step: BiasStep): 'left' | 'center' | 'right' => {
  const index = BIAS_STEPS.indexOf(step);
  return index < 3 ? 'left' : index === 3 ? 'center' : 'right';
};

function toOutlet({ places, labels = [], isKnown = true, ...row }: Row): RatedOutlet {
  const mean = places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
  return {
    ...row,
    id: OutletId.parse(row.id),
    host: `${row.id}.test`,
    owner: row.ownership === 'conglomerate' ? 'Invented Holdings plc' : null,
    isKnown,
    labels,
    bias:
      places.length === 0
        ? null
        : { step: toBiasStep(mean), mean, low: Math.min(...places), high: Math.max(...places), raters: places.length },
    ratings: [...toBiasRatings(places), ...toFactualityRatings(row.factuality)],
  };
}

function toBiasRatings(places: readonly number[]): Rating[] {
  return places.map((place, index) => ({
    packId: `pack-${index}`,
    rater: index === 0 ? 'Invented Rater' : 'Second Invented Rater',
    value: place < 0 ? 'left-ish' : place > 0 ? 'right-ish' : 'middle',
    bias: place,
    factuality: null,
    label: null,
    date: index === 0 ? '2024-05' : '2025',
    source: index === 0 ? 'https://rater.test/' : 'Printed yearbook',
  }));
}

/** A pack rates one thing: those who rate bias do not rate factual reporting. */
function toFactualityRatings(factuality: FactualityStep | null): Rating[] {
  if (factuality === null) return [];
  const source = 'https://facts.test/';
  return [
    {
      packId: 'pack-facts',
      rater: 'Invented Fact Rater',
      value: factuality,
      bias: null,
      factuality,
      label: null,
      date: '2025-02',
      source,
    },
  ];
}
