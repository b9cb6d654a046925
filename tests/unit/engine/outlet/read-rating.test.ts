// How a pack's values translate to our scales: steps, axes and values that the pack's scale lacks.
import { describe, expect, it } from 'vitest';
import { readRating } from '../../../../engine/outlet/read-rating.ts';
import { makeBiasPack, makeFactualityPack } from './invented-outlets.ts';

const toBias = (...rated: Parameters<typeof readRating>) => readRating(...rated)?.bias ?? null;

const steps = makeBiasPack(
  {},
  {
    scale: {
      type: 'steps',
      steps: [
        { value: 'left-center', name: 'Left-Center', bias: -1 },
        { value: 7, name: 'Seven', bias: 2.5 },
        { value: 'satire', name: 'Satire', label: 'satire' },
      ],
    },
  },
);
const axis = makeBiasPack(
  {},
  {
    scale: {
      type: 'axis',
      points: [
        { value: -40, bias: -3 },
        { value: -10, bias: -1 },
        { value: 0, bias: 0 },
        { value: 0, bias: 0 },
        { value: 42, bias: 3 },
      ],
    },
  },
);

describe('a place on steps', () => {
  it.each<[string | number, number | null]>([
    ['left-center', -1],
    ['Left-Center ', -1],
    [7, 2.5],
    ['7', 2.5],
    ['satire', null],
    ['nonsense', null],
    ['', null],
    ['__proto__', null],
  ])('%j → %s', (value, bias) => expect(toBias(steps, value)).toBe(bias));
});

describe('a place on an axis', () => {
  it.each<[string | number, number | null]>([
    [-40, -3],
    [-25, -2],
    [-10, -1],
    [-5, -0.5],
    [0, 0],
    [21, 1.5],
    [42, 3],
    [-90, -3],
    [90, 3],
    ['21', 1.5],
    [' -25 ', -2],
    ['', null],
    ['left', null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%j → %s', (value, bias) => {
    const found = toBias(axis, value);
    if (bias === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(bias, 10);
  });
  it.each<[number, number]>([
    [-42, 3],
    [-21, 1.5],
    [0, 0],
    [30, -2.5],
    [40, -3],
  ])('reads points that run from right to left: %d → %d', (value, bias) => {
    const points = [
      { value: 40, bias: -3 },
      { value: 20, bias: -2 },
      { value: 0, bias: 0 },
      { value: -42, bias: 3 },
    ];
    expect(toBias(makeBiasPack({}, { scale: { type: 'axis', points } }), value)).toBeCloseTo(bias, 10);
  });
  it('stays on our scale whatever the points say', () => {
    const wide = makeBiasPack(
      {},
      {
        scale: {
          type: 'axis',
          points: [
            { value: 0, bias: 0 },
            { value: 1, bias: 9 },
          ],
        },
      },
    );
    expect(toBias(wide, 1)).toBe(3);
  });
});

describe('readRating', () => {
  it('keeps rater, words, date and source', () => {
    expect(readRating(steps, 'left-center')).toEqual({
      packId: 'invented-bias',
      rater: 'Rater A',
      value: 'Left-Center',
      bias: -1,
      factuality: null,
      label: null,
      date: '2025',
      source: 'https://rater-a.test/',
    });
  });
  it('prefers the date and source of the entry', () => {
    const entry = { value: 'satire', date: '2021-02', source: 'https://rater-a.test/one' };
    expect(readRating(steps, entry)).toMatchObject({
      label: 'satire',
      bias: null,
      date: '2021-02',
      source: entry.source,
    });
  });
  it('gives an axis value as the rater wrote it', () => expect(readRating(axis, -5)?.value).toBe('-5'));
  it('is nothing for a value that the scale does not have', () => expect(readRating(steps, 'odd')).toBeNull());
  it('reads factual reporting only from packs that rate it', () => {
    const pack = makeFactualityPack({});
    expect(readRating(pack, 'high')).toMatchObject({ factuality: 'high', bias: null });
    expect(toBias(pack, 'high')).toBeNull();
    expect(readRating({ ...axis, rates: 'factuality' }, 1)).toBeNull();
  });
});
