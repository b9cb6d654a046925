// Where batches end: by the second of the timestamps and by size, and never before the second is over.
import { describe, expect, test } from 'vitest';
import { BATCH_MAX, cutBatch } from '../../../../server/cluster/cut-batch.ts';

const at = (...stamps: number[]) => stamps.map((takenAt) => ({ takenAt }));
const SECOND = 1_000_000;
const LATER = SECOND + 60_000;

describe('cutBatch', () => {
  test.each([
    ['nothing', at(), LATER, { status: 'empty' }],
    ['one second that is over', at(SECOND, SECOND + 999), LATER, { status: 'ready', batch: at(SECOND, SECOND + 999) }],
    ['the first of two seconds', at(SECOND + 999, SECOND + 1000), LATER, { status: 'ready', batch: at(SECOND + 999) }],
    ['a second that is running', at(SECOND + 100), SECOND + 400, { status: 'open', waitMs: 600 }],
    ['its last millisecond', at(SECOND), SECOND + 999, { status: 'open', waitMs: 1 }],
    ['its end', at(SECOND), SECOND + 1000, { status: 'ready', batch: at(SECOND) }],
    [
      'a second before the running one',
      at(SECOND, SECOND + 1000),
      SECOND + 1001,
      { status: 'ready', batch: at(SECOND) },
    ],
    ['a clock that is a little ahead', at(SECOND + 2000), SECOND, { status: 'open', waitMs: 3000 }],
    ['a clock that is wrong', at(SECOND + 20_000), SECOND, { status: 'ready', batch: at(SECOND + 20_000) }],
    ['a clock that went back', at(SECOND, SECOND - 1), LATER, { status: 'ready', batch: at(SECOND) }],
  ])('%s', (_what, entries, now, expected) => {
    expect(cutBatch(entries, now)).toEqual(expected);
  });

  test('a full batch does not wait for its second', () => {
    const entries = at(...Array.from({ length: BATCH_MAX + 1 }, () => SECOND));
    expect(cutBatch(entries, SECOND)).toEqual({ status: 'ready', batch: entries.slice(0, BATCH_MAX) });
    expect(cutBatch(entries.slice(0, BATCH_MAX - 1), SECOND)).toMatchObject({ status: 'open' });
  });

  test('cuts the same whether it is asked after every entry or when all are there', () => {
    const stamps = Array.from({ length: 700 }, (_, n) => SECOND + Math.floor((n * n) / 90));
    const all = at(...stamps);
    const cutAll = (now: (position: number) => number, seen: (position: number) => number) => {
      const ends: number[] = [];
      let position = 0;
      for (let step = 0; step < 5000 && position < all.length; step += 1) {
        const cut = cutBatch(all.slice(position, Math.min(seen(step), position + BATCH_MAX + 1)), now(step));
        if (cut.status !== 'ready') continue;
        position += cut.batch.length;
        ends.push(position);
      }
      return ends;
    };
    const late = cutAll(
      () => LATER,
      () => all.length,
    );
    // One entry per step, each seen at the time of its timestamp.
    const live = cutAll(
      (step) => stamps[step] ?? LATER,
      (step) => Math.min(step + 1, all.length),
    );
    expect(late.at(-1)).toBe(all.length);
    expect(live).toEqual(late);
  });
});
