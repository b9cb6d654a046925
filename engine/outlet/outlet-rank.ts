// Which outlets are worth a reader's feed list: the order in which they are chosen, and those that never are.
import type { FactualityStep, MediaType, Outlet, OutletLabel, RatedOutlet } from '../schema.ts';

/** What it stands for as a news source; an agency's reports are what others build on. */
const TYPE_POINTS: Readonly<Record<MediaType, number>> = {
  agency: 4,
  newspaper: 3,
  tv: 3,
  radio: 2,
  magazine: 2,
  website: 1,
  organization: 0,
  unknown: 0,
};

/** Raters look at the outlets that many people read: each one is worth two points, up to three of them. */
const RATER_POINTS = 2;
const RATERS_COUNTED_MAX = 3;

const FACTUALITY_POINTS: Readonly<Record<FactualityStep, number>> = {
  'very-low': -8,
  low: -4,
  mixed: 0,
  'mostly-factual': 1,
  high: 2,
  'very-high': 3,
};
const QUESTIONABLE_POINTS = -4;

/** Chosen by nobody but the reader: pages by these are read and rated all the same. */
const REFUSED_LABELS: readonly OutletLabel[] = ['fake-news', 'satire', 'conspiracy-pseudoscience'];

export function isRefused({ labels, factuality }: RatedOutlet): boolean {
  return factuality === 'very-low' || labels.some((label) => REFUSED_LABELS.includes(label));
}

export function rankOutlet({ type }: Outlet, { bias, factuality, labels }: RatedOutlet): number {
  const raters = Math.min(RATERS_COUNTED_MAX, bias?.raters ?? 0) * RATER_POINTS;
  const facts = factuality === null ? 0 : FACTUALITY_POINTS[factuality];
  return TYPE_POINTS[type] + raters + facts + (labels.includes('questionable') ? QUESTIONABLE_POINTS : 0);
}
