// The shipped rating packs: each value has terms and a source, outlets are known, and labels are never mapped to left or right.
import { describe, expect, it } from 'vitest';
import { readRating } from '../../../engine/outlet/read-rating.ts';
import { ratingFiles, readDataText, readOutlets, readRatings } from '../../support/outlet-data.ts';

const packs = readRatings();
const outletIds = new Set<string>(readOutlets().outlets.map(({ id }) => id));

it('ships two packs of Media Bias/Fact Check and two of other raters', () => {
  expect(ratingFiles).toEqual([
    'adfontes-2019.json',
    'allsides-2019.json',
    'mbfc-2024-bias.json',
    'mbfc-2024-factuality.json',
  ]);
});

it('has at least 150 outlets that another rater than Media Bias/Fact Check rates', () => {
  const others = packs.filter(({ rater }) => rater !== 'Media Bias/Fact Check');
  expect(new Set(others.flatMap(({ values }) => Object.keys(values))).size).toBeGreaterThanOrEqual(150);
});

describe.each(packs.map((pack) => ({ id: pack.id, pack })))('$id', ({ pack }) => {
  it('is named after its file and says rater, terms, source and date', () => {
    expect(ratingFiles).toContain(`${pack.id}.json`);
    expect(pack.rater).not.toBe('');
    expect(pack.terms.length).toBeGreaterThan(100);
    expect(pack.source).toMatch(/^https:\/\//);
    expect(pack.date).toMatch(/^20\d\d/);
  });

  it('is explained in the licence file', () => {
    expect(readDataText('LICENSES.md')).toContain(`ratings/${pack.id}.json`);
  });

  it('rates only outlets of the registry, in order', () => {
    const ids = Object.keys(pack.values);
    expect(ids.filter((id) => !outletIds.has(id))).toEqual([]);
    expect(ids).toEqual([...ids].sort());
  });

  it('holds only values of its own scale', () => {
    const { scale } = pack;
    const isOnScale = (value: string | number) => {
      if (scale.type === 'steps') return scale.steps.some((step) => step.value === value);
      const ends = [scale.points.at(0)?.value ?? 0, scale.points.at(-1)?.value ?? 0];
      return typeof value === 'number' && value >= Math.min(...ends) && value <= Math.max(...ends);
    };
    const values = Object.values(pack.values).map((entry) => (typeof entry === 'object' ? entry.value : entry));
    expect(values.filter((value) => !isOnScale(value))).toEqual([]);
  });

  it('maps no label to a place between left and right', () => {
    const steps = pack.scale.type === 'steps' ? pack.scale.steps : [];
    expect(steps.filter(({ label, bias }) => label !== undefined && bias !== undefined)).toEqual([]);
  });
});

describe('single values', () => {
  const value = (packId: string, outletId: string) => packs.find(({ id }) => id === packId)?.values[outletId];

  it('carry the address of their page where the rater has one', () => {
    expect(value('allsides-2019', 'reuters.com')).toEqual({
      value: 'center',
      source: 'https://www.allsides.com/news-source/reuters',
    });
  });

  it('differ between raters where the raters do', () => {
    expect(value('mbfc-2024-bias', 'cnn.com')).toBe('left');
    expect(value('allsides-2019', 'cnn.com')).toMatchObject({ value: 'left-center' });
    expect(value('adfontes-2019', 'cnn.com')).toBe(-6);
  });

  it.each<[string, (string | number)[], number[]]>([
    ['allsides-2019', ['left', 'left-center', 'center', 'right-center', 'right'], [-2, -1, 0, 1, 2]],
    ['adfontes-2019', [-42, -36, -18, 0, 12, 42], [-3, -3, -1.5, 0, 1, 3]],
  ])('read on our scale as docs/method.md says: %s', (id, values, biases) => {
    const pack = packs.find((one) => one.id === id);
    expect(values.map((one) => pack && readRating(pack, one)?.bias)).toEqual(biases);
  });

  it('omit a value that is probably a typing error', () => {
    expect(value('adfontes-2019', 'newsmax.com')).toBeUndefined();
  });

  it('keep the factuality of an outlet that has a label instead of a bias', () => {
    expect(value('mbfc-2024-bias', 'naturalnews.com')).toMatch(/conspiracy-pseudoscience/);
    expect(value('mbfc-2024-factuality', 'naturalnews.com')).toBe('very low');
  });
});
