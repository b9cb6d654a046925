// Ranks outlets for a reader's feed list, and excludes some.
import type { FactualityStep, MediaType, Outlet, OutletLabel, RatedOutlet } from '../schema.ts';

/** Points by type of medium; agencies rank first, since others build on their reports. */
const TYPE_POINTS: Readonly<Record<MediaType, number>> = {
  agency: 5,
  newspaper: 4,
  tv: 4,
  radio: 3,
  magazine: 2,
  website: 1,
  organization: 0,
  unknown: 0,
};

/** Points for each of up to three raters, since raters choose outlets that many people read. */
const RATER_POINTS = 3;
const RATERS_COUNTED_MAX = 3;

const FACTUALITY_POINTS: Readonly<Record<FactualityStep, number>> = {
  'very-low': -8,
  low: -4,
  mixed: 0,
  'mostly-factual': 1,
  high: 2,
  'very-high': 2,
};

/** Science journals are factual but have little news; questionable sources rank behind every other of their side. */
const LABEL_POINTS: Readonly<Partial<Record<OutletLabel, number>>> = { 'pro-science': -3, questionable: -6 };

/** Never chosen automatically, only by the user. Their pages are still read and rated. */
const REFUSED_LABELS: readonly OutletLabel[] = ['fake-news', 'satire', 'conspiracy-pseudoscience'];

export function isRefused({ labels, factuality }: RatedOutlet): boolean {
  return factuality === 'very-low' || labels.some((label) => REFUSED_LABELS.includes(label));
}

/** Agencies for every reader: well-known ones whose factual reporting raters do not doubt. */
export function isTrustedAgency({ type }: Outlet, { bias, factuality }: RatedOutlet): boolean {
  const isDoubted = factuality !== null && FACTUALITY_POINTS[factuality] <= 0;
  return type === 'agency' && bias !== null && !isDoubted;
}

/** Types that are chosen even without a rating while rated outlets are left. */
export function isNewsMedium({ type }: Outlet): boolean {
  return TYPE_POINTS[type] >= TYPE_POINTS.magazine;
}

export function rankOutlet({ type }: Outlet, { bias, factuality, labels }: RatedOutlet): number {
  const raters = Math.min(RATERS_COUNTED_MAX, bias?.raters ?? 0) * RATER_POINTS;
  const facts = factuality === null ? 0 : FACTUALITY_POINTS[factuality];
  const kinds = labels.reduce((sum, label) => sum + (LABEL_POINTS[label] ?? 0), 0);
  return TYPE_POINTS[type] + raters + facts + kinds;
}
