// Interprets one value of a rating pack: the rater's own words, and their place on our scales.

import { BIAS_MAX } from '../bias-scale.ts';
import type { Rating, RatingEntry, RatingPack, ScaleStep } from '../schema.ts';

type RatingValue = string | number;
type Reading = Pick<Rating, 'value' | 'bias' | 'factuality' | 'label'>;

/** Null when the value is not on the pack's scale. */
export function readRating(pack: RatingPack, entry: RatingValue | RatingEntry): Rating | null {
  const { value, date = pack.date, source = pack.source } = typeof entry === 'object' ? entry : { value: entry };
  const reading = readValue(pack, value);
  return reading === null ? null : { packId: pack.id, rater: pack.rater, ...reading, date, source };
}

function readValue(pack: RatingPack, value: RatingValue): Reading | null {
  if (pack.scale.type === 'steps') {
    const step = findStep(pack.scale.steps, value);
    if (step === null) return null;
    const { name, bias = null, factuality = null, label = null } = step;
    return pack.rates === 'bias'
      ? { value: name, bias, factuality: null, label }
      : { value: name, bias: null, factuality, label };
  }
  const position = typeof value === 'number' ? value : Number(value.trim() || Number.NaN);
  if (!Number.isFinite(position) || pack.rates !== 'bias') return null;
  return { value: String(value).trim(), bias: interpolate(pack.scale.points, position), factuality: null, label: null };
}

function findStep(steps: readonly ScaleStep[], value: RatingValue): ScaleStep | null {
  const exact = steps.find((step) => step.value === value);
  if (exact !== undefined) return exact; // the usual case; packs have thousands of values
  const wanted = toComparable(value);
  return steps.find((step) => toComparable(step.value) === wanted) ?? null;
}

function toComparable(value: RatingValue): string {
  return String(value).trim().toLowerCase();
}

/** Piecewise linear, constant beyond the first and last point. The points may be in any order. */
function interpolate(written: readonly { readonly value: number; readonly bias: number }[], position: number): number {
  const points = written.toSorted((a, b) => a.value - b.value);
  let below = points[0];
  for (const point of points) {
    if (below === undefined) break;
    if (position <= point.value) {
      const width = point.value - below.value;
      const part = width > 0 ? Math.max(0, (position - below.value) / width) : 1;
      return limit(below.bias + part * (point.bias - below.bias));
    }
    below = point;
  }
  return limit(below?.bias ?? 0);
}

function limit(bias: number): number {
  return Math.min(BIAS_MAX, Math.max(-BIAS_MAX, bias));
}
