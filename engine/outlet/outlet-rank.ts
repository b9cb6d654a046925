// Which outlets are worth a reader's feed list: the order in which they are chosen, and those that never are.
import type { FactualityStep, MediaType, Outlet, OutletLabel, RatedOutlet } from '../schema.ts';

/** What it stands for as a news source; an agency's reports are what others build on. */
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

/** Raters look at the outlets that many people read: each one is worth three points, up to three of them. */
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

/** Science journals are factual but have no news; questionable sources stand behind every other of their side. */
const LABEL_POINTS: Readonly<Partial<Record<OutletLabel, number>>> = { 'pro-science': -3, questionable: -6 };

/** Chosen by nobody but the reader: pages by these are read and rated all the same. */
const REFUSED_LABELS: readonly OutletLabel[] = ['fake-news', 'satire', 'conspiracy-pseudoscience'];

export function isRefused({ labels, factuality }: RatedOutlet): boolean {
  return factuality === 'very-low' || labels.some((label) => REFUSED_LABELS.includes(label));
}

/** Agencies that everybody gets: known ones, none of those whose reports raters doubt. */
export function isTrustedAgency({ type }: Outlet, { bias, factuality }: RatedOutlet): boolean {
  const isDoubted = factuality !== null && FACTUALITY_POINTS[factuality] <= 0;
  return type === 'agency' && bias !== null && !isDoubted;
}

/** A news medium by its kind: only such are chosen without any rating while rated ones are left. */
export function isNewsMedium({ type }: Outlet): boolean {
  return TYPE_POINTS[type] >= TYPE_POINTS.magazine;
}

export function rankOutlet({ type }: Outlet, { bias, factuality, labels }: RatedOutlet): number {
  const raters = Math.min(RATERS_COUNTED_MAX, bias?.raters ?? 0) * RATER_POINTS;
  const facts = factuality === null ? 0 : FACTUALITY_POINTS[factuality];
  const kinds = labels.reduce((sum, label) => sum + (LABEL_POINTS[label] ?? 0), 0);
  return TYPE_POINTS[type] + raters + facts + kinds;
}
