// An outlet's place: the mean of its raters, the steps at each boundary, and which ratings count.
import { describe, expect, it } from 'vitest';
import { toBiasStep, toSide } from '../../../../engine/bias-scale.ts';
import { computeOutletBias } from '../../../../engine/outlet/bias.ts';
import { computeFactuality } from '../../../../engine/outlet/factuality.ts';
import type { BiasStep, FactualityStep, Rating } from '../../../../engine/schema.ts';

const rating = (rater: string, bias: number | null, parts: Partial<Rating> = {}): Rating => ({
  packId: rater,
  rater,
  value: String(bias),
  bias,
  factuality: null,
  label: null,
  date: '2025',
  source: '',
  ...parts,
});

describe('toBiasStep', () => {
  it.each<[number, BiasStep]>([
    [-3, 'far-left'],
    [-2.51, 'far-left'],
    [-2.5, 'left'],
    [-2, 'left'],
    [-1.51, 'left'],
    [-1.5, 'lean-left'],
    [-1, 'lean-left'],
    [-0.51, 'lean-left'],
    [-0.5, 'center'],
    [-0.0001, 'center'],
    [-0, 'center'],
    [0, 'center'],
    [0.5, 'center'],
    [0.51, 'lean-right'],
    [1, 'lean-right'],
    [1.5, 'lean-right'],
    [1.51, 'right'],
    [2, 'right'],
    [2.5, 'right'],
    [2.51, 'far-right'],
    [3, 'far-right'],
    [-7, 'far-left'],
    [7, 'far-right'],
  ])('%d is %s', (bias, step) => expect(toBiasStep(bias)).toBe(step));

  it('treats left and right alike', () => {
    for (let bias = 0; bias <= 3; bias += 0.01) {
      const mirrored = toBiasStep(-bias).replace('left', 'right');
      expect(toBiasStep(bias)).toBe(mirrored);
    }
  });
});

describe('toSide', () => {
  it.each<[BiasStep, string]>([
    ['far-left', 'left'],
    ['left', 'left'],
    ['lean-left', 'left'],
    ['center', 'center'],
    ['lean-right', 'right'],
    ['right', 'right'],
    ['far-right', 'right'],
  ])('%s is %s', (step, side) => expect(toSide(step)).toBe(side));
});

describe('computeOutletBias', () => {
  it('is nothing without raters: never center', () => expect(computeOutletBias([])).toBeNull());
  it('is nothing when no rater names a place', () => {
    expect(computeOutletBias([rating('A', null, { label: 'satire' })])).toBeNull();
  });
  it('is the place of a single rater', () => {
    expect(computeOutletBias([rating('A', 2)])).toEqual({ step: 'right', mean: 2, low: 2, high: 2, raters: 1 });
  });
  it('is the mean over raters, with the range between them', () => {
    const bias = computeOutletBias([rating('A', -1), rating('B', 0), rating('C', -2)]);
    expect(bias).toEqual({ step: 'lean-left', mean: -1, low: -2, high: 0, raters: 3 });
  });
  it.each<[readonly number[], BiasStep]>([
    [[0, -1], 'center'],
    [[-1, -2], 'lean-left'],
    [[1, 2], 'lean-right'],
    [[-2, -3], 'left'],
    [[-1, -1, 0], 'lean-left'],
    [[-3, 3], 'center'],
    [[0.1, 0.7, 0.7], 'center'],
    [[-0.1, -0.7, -0.7], 'center'],
    [[0.1, 0.7, 0.71], 'lean-right'],
  ])('%j makes %s', (places, step) => {
    expect(computeOutletBias(places.map((bias, index) => rating(`R${index}`, bias)))?.step).toBe(step);
  });
  it('does not count raters without a place', () => {
    expect(computeOutletBias([rating('A', 2), rating('B', null)])).toMatchObject({ mean: 2, raters: 1 });
  });
  it.each([
    ['a later year', '2019', '2024', 1],
    ['an earlier year', '2024', '2019', -1],
    ['the same date', '2024', '2024', 1],
    ['a date that is none, as packs had before', '31.5.2019', '2024-06', 1],
    ['a date that is none, behind', '2024-06', '31.5.2019', -1],
    ['a month against its year', '2024', '2024-05', 1],
    ['a year against its month', '2024-05', '2024', -1],
    ['days', '2024-05-30', '2024-05-31', 1],
  ])('counts a rater with two packs once: %s', (_, first, second, mean) => {
    const bias = computeOutletBias([rating('A', -1, { date: first }), rating(' a', 1, { date: second })]);
    expect(bias).toMatchObject({ mean, raters: 1 });
  });
  it('takes a vote back when the rater now names no place', () => {
    const ratings = [rating('A', -3, { date: '2019' }), rating('A', null, { date: '2024', label: 'satire' })];
    expect(computeOutletBias(ratings)).toBeNull();
  });
});

describe('computeFactuality', () => {
  it.each<[readonly (FactualityStep | null)[], FactualityStep | null]>([
    [[], null],
    [[null], null],
    [['high'], 'high'],
    [['very-low'], 'very-low'],
    [['high', null], 'high'],
    [['high', 'mostly-factual'], 'mostly-factual'],
    [['high', 'mixed'], 'mostly-factual'],
    [['high', 'high', 'mixed'], 'mostly-factual'],
    [['very-high', 'high', 'high'], 'high'],
    [['very-low', 'very-high'], 'mixed'],
  ])('%j makes %s', (steps, expected) => {
    const ratings = steps.map((factuality, index) => rating(`R${index}`, null, { factuality }));
    expect(computeFactuality(ratings)).toBe(expected);
  });
  it('counts a rater once, by its latest rating', () => {
    const ratings = [
      rating('A', null, { factuality: 'low', date: '2024' }),
      rating('A', null, { factuality: 'high', date: '2019' }),
    ];
    expect(computeFactuality(ratings)).toBe('low');
  });
});
