// Makes the two packs of Media Bias/Fact Check's ratings: unifies its spellings, and keeps its labels as labels.
import type { RatingPack, ScaleStep } from '../../engine/schema.ts';
import { mbfcRows } from './corrections.ts';
import { findHost, isPlatform } from './host.ts';
import { toOutletId } from './merge.ts';
import type { Row } from './table.ts';

const TERMS =
  'Ratings by Media Bias/Fact Check (mediabiasfactcheck.com) as compiled in the research data of the Idiap Research Institute, "Factual Reporting and Political Bias Web Interactions" (CLEF 2024), published under the Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0. Changed here: spellings of the same rating were made one, hosts were matched to outlets, rows that contradict each other were left out. The ratings are the opinion of Media Bias/Fact Check, which neither made nor endorses this file.';
const SOURCE = 'https://github.com/idiap/Factual-Reporting-and-Political-Bias-Web-Interactions';

// The rater's seven steps from left to right. Its "far" and "extreme" are the same end of the scale.
const BIAS_STEPS: ScaleStep[] = [
  { value: 'extreme left', name: 'Extreme left', bias: -3 },
  { value: 'far left', name: 'Far left', bias: -3 },
  { value: 'left', name: 'Left', bias: -2 },
  { value: 'left-center', name: 'Left-center', bias: -1 },
  { value: 'least biased', name: 'Least biased', bias: 0 },
  { value: 'right-center', name: 'Right-center', bias: 1 },
  { value: 'right', name: 'Right', bias: 2 },
  { value: 'far right', name: 'Far right', bias: 3 },
  { value: 'extreme right', name: 'Extreme right', bias: 3 },
  { value: 'pro-science', name: 'Pro-science', label: 'pro-science' },
  { value: 'conspiracy-pseudoscience', name: 'Conspiracy-pseudoscience', label: 'conspiracy-pseudoscience' },
  { value: 'left conspiracy-pseudoscience', name: 'Left, conspiracy-pseudoscience', label: 'conspiracy-pseudoscience' },
  {
    value: 'right conspiracy-pseudoscience',
    name: 'Right, conspiracy-pseudoscience',
    label: 'conspiracy-pseudoscience',
  },
  { value: 'junk news', name: 'Junk news', label: 'questionable' },
];

const FACTUALITY_STEPS: ScaleStep[] = [
  { value: 'very low', name: 'Very low', factuality: 'very-low' },
  { value: 'low', name: 'Low', factuality: 'low' },
  { value: 'mixed', name: 'Mixed', factuality: 'mixed' },
  { value: 'high', name: 'High', factuality: 'high' },
  { value: 'very high', name: 'Very high', factuality: 'very-high' },
];

export function createMbfcPacks(rows: readonly Row[], isOutlet: (id: string) => boolean): RatingPack[] {
  const rated = rows.flatMap((row) => {
    const host = findHost(row.source ?? '');
    if (host === null || isPlatform(host)) return [];
    const id = toOutletId(host);
    return isOutlet(id) ? [{ id, row }] : [];
  });
  const common = {
    format: 'parallax-ratings-1' as const,
    rater: 'Media Bias/Fact Check',
    terms: TERMS,
    source: SOURCE,
    date: '2024',
  };
  return [
    {
      ...common,
      id: 'mbfc-2024-bias',
      name: 'Media Bias/Fact Check: bias',
      rates: 'bias',
      scale: { type: 'steps', steps: BIAS_STEPS },
      values: collect(rated, (row) => toBiasValue(row.bias ?? '')),
    },
    {
      ...common,
      id: 'mbfc-2024-factuality',
      name: 'Media Bias/Fact Check: factual reporting',
      rates: 'factuality',
      scale: { type: 'steps', steps: FACTUALITY_STEPS },
      values: collect(rated, (row) =>
        FACTUALITY_STEPS.some((step) => step.value === row.factual_reporting) ? (row.factual_reporting ?? null) : null,
      ),
    },
  ];
}

type Rated = { id: string; row: Row };

/** An outlet's contradicting rows are left out, unless a review chose the row by its media type. */
function collect(rated: readonly Rated[], toValue: (row: Row) => string | null): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { id, row } of rated) {
    const chosen = mbfcRows[id];
    if (
      chosen !== undefined &&
      (row.media_type !== chosen.mediaType || (chosen.country !== undefined && row.country !== chosen.country))
    )
      continue;
    const value = toValue(row);
    if (value !== null) found.set(id, (found.get(id) ?? new Set()).add(value));
  }
  const agreed = [...found].flatMap(([id, values]) =>
    [...values].slice(0, values.size === 1 ? 1 : 0).map((value) => [id, value] as const),
  );
  return Object.fromEntries(agreed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The raw column is free text: "far-right conspiracy-pseudoscience", "left center", "pro-science (left-leaning)". */
export function toBiasValue(raw: string): string | null {
  const text = raw
    .toLowerCase()
    .replace(/[–=/_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || /rated/.test(text)) return null;
  if (/junk/.test(text)) return 'junk news';
  if (/pro ?science/.test(text)) return 'pro-science';
  const side = /\bright\b/.test(text) ? 'right' : /\bleft\b/.test(text) ? 'left' : null;
  if (/conspiracy|ps[eu]+dos?science|pseusdo|psuedo/.test(text))
    return side === null ? 'conspiracy-pseudoscience' : `${side} conspiracy-pseudoscience`;
  if (/^least/.test(text)) return 'least biased';
  if (side === null) return null;
  if (/center/.test(text)) return `${side}-center`;
  if (/extreme/.test(text)) return `extreme ${side}`;
  return /far/.test(text) ? `far ${side}` : side;
}
