// Values of a rating table, and the scale of the pack made from them.
import { BIAS_MAX, BIAS_STEPS } from '../bias-scale.ts';
import { FACTUALITY_STEPS, type RatingPack } from '../schema.ts';

/** A scale of step names if all values are whole steps, else a numeric axis. */
export function createCsvScale(
  rates: RatingPack['rates'],
  values: readonly RatingPack['values'][string][],
): RatingPack['scale'] {
  if (rates === 'factuality') {
    return { type: 'steps', steps: FACTUALITY_STEPS.map((step) => ({ value: step, name: step, factuality: step })) };
  }
  const isWhole = values.every((entry) => Number.isInteger(typeof entry === 'object' ? entry.value : entry));
  if (isWhole) {
    const places = BIAS_STEPS.map((step, index) => ({ name: step.replace('-', ' '), bias: index - BIAS_MAX }));
    return { type: 'steps', steps: places.map(({ name, bias }) => ({ value: bias, name, bias })) };
  }
  return { type: 'axis', points: [-BIAS_MAX, BIAS_MAX].map((place) => ({ value: place, bias: place })) };
}

/** Step names in any spelling ("Lean Left", "lean_left"); numbers also with a decimal comma or a true minus sign (−). */
export function parseCsvValue(rates: RatingPack['rates'], written: string): string | number | null {
  const name = written.toLowerCase().replace(/[\s_]+/g, '-');
  if (rates === 'factuality') return FACTUALITY_STEPS.find((step) => step === name) ?? null;
  const index = BIAS_STEPS.map(String).indexOf(name);
  if (index !== -1) return index - BIAS_MAX;
  const plain = written.replace(/^[−–]/, '-').replace(',', '.');
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return null;
  const number = Number(plain);
  return Math.abs(number) <= BIAS_MAX ? number : null;
}
