// The sample outlets and their two invented raters as files that the extension imports like a user's.
import type { OutletPack, RatingPack } from '../../engine/schema.ts';
import {
  FACTUALITY_STEPS,
  OutletPack as OutletPackSchema,
  RatingPack as RatingPackSchema,
} from '../../engine/schema.ts';
import { SAMPLE_OUTLETS } from './sample-outlet.ts';

const DATE = '2026-01-01';
const TERMS = 'Invented for the sample newsroom; free of any terms.';
const SOURCE = 'Invented for the sample newsroom; no such rater exists.';

export function sampleOutletPack(): OutletPack {
  return OutletPackSchema.parse({
    format: 'parallax-outlets-1',
    name: 'Sample newsroom (invented)',
    note: 'Fictional outlets under .test hosts, to try Parallax with.',
    date: DATE,
    outlets: SAMPLE_OUTLETS.map((outlet) => ({
      id: outlet.id,
      name: outlet.name,
      domains: [outlet.host],
      country: outlet.country,
      languages: [outlet.lang],
      owner: outlet.owner,
      ownership: outlet.ownership,
      type: outlet.type,
      feeds: [
        {
          url: `https://${outlet.host}${outlet.feed.path}`,
          ...(outlet.feed.template === 'news-sitemap' ? { format: 'sitemap' } : {}),
        },
      ],
    })),
  });
}

const COMPASS_STEPS = [
  { value: 'far-left', name: 'Far left', bias: -3 },
  { value: 'left', name: 'Left', bias: -2 },
  { value: 'lean-left', name: 'Leans left', bias: -1 },
  { value: 'center', name: 'Center', bias: 0 },
  { value: 'lean-right', name: 'Leans right', bias: 1 },
  { value: 'right', name: 'Right', bias: 2 },
  { value: 'far-right', name: 'Far right', bias: 3 },
];

const FACTUAL_STEPS = FACTUALITY_STEPS.map((step) => ({ value: step, name: step, factuality: step }));

export function sampleRatingPacks(): RatingPack[] {
  const common = { format: 'parallax-ratings-1', terms: TERMS, source: SOURCE, date: DATE };
  const packs = [
    {
      ...common,
      id: 'sample-compass-bias',
      name: 'Compass Desk: bias (invented)',
      rater: 'Compass Desk (invented)',
      rates: 'bias',
      scale: { type: 'steps', steps: COMPASS_STEPS },
      values: valuesOf('compass'),
    },
    {
      ...common,
      id: 'sample-plumbline-bias',
      name: 'Plumbline Institute: bias (invented)',
      rater: 'Plumbline Institute (invented)',
      rates: 'bias',
      scale: {
        type: 'axis',
        points: [
          { value: -30, bias: -3 },
          { value: 30, bias: 3 },
        ],
      },
      values: valuesOf('plumbline'),
    },
    {
      ...common,
      id: 'sample-compass-factual',
      name: 'Compass Desk: factual reporting (invented)',
      rater: 'Compass Desk (invented)',
      rates: 'factuality',
      scale: { type: 'steps', steps: FACTUAL_STEPS },
      values: valuesOf('factual'),
    },
  ];
  return packs.map((pack) => RatingPackSchema.parse(pack));
}

function valuesOf(rater: 'compass' | 'plumbline' | 'factual'): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const outlet of SAMPLE_OUTLETS) {
    const value = outlet[rater];
    if (value !== null) values[outlet.id] = value;
  }
  return values;
}
