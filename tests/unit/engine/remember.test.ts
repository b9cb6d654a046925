// Values that are requested again are computed once, and values unused for a long time are computed again.
import { expect, it } from 'vitest';
import { remember } from '../../../engine/remember.ts';

const MOST = 20;

function counting() {
  const made: string[] = [];
  const ask = remember((text: string) => {
    made.push(text);
    return text === '' ? null : text.length;
  }, MOST);
  return { ask, madeOf: (text: string) => made.filter((one) => one === text).length };
}

it('computes a repeated value once, even null, and drops values that are never requested again', () => {
  const { ask, madeOf } = counting();
  ask('once');
  for (let n = 0; n < 5 * MOST; n++) {
    expect(ask(`text ${n}`)).toBe(`text ${n}`.length);
    expect(ask('often')).toBe(5);
    expect(ask('')).toBeNull();
  }
  expect(madeOf('often')).toBe(1);
  expect(madeOf('')).toBe(1);
  ask('once');
  expect(madeOf('once')).toBe(2);
});

it('the latest half is kept, and no more than all', () => {
  const { ask, madeOf } = counting();
  const texts = Array.from({ length: 5 * MOST }, (_, n) => `text ${n}`);
  for (const text of texts) ask(text);
  for (const text of texts.slice(-MOST / 2)) ask(text);
  expect(texts.slice(-MOST / 2).map(madeOf)).toEqual(texts.slice(-MOST / 2).map(() => 1));
  for (const text of texts.slice(0, -MOST)) ask(text);
  expect(Math.min(...texts.slice(0, -MOST).map(madeOf))).toBe(2);
});

it('passes on an argument that is not part of the key', () => {
  const ask = remember((text: string, from: { readonly times: number }) => text.repeat(from.times), MOST);
  expect(ask('ab', { times: 2 })).toBe('abab');
  expect(ask('ab', { times: 3 })).toBe('abab');
});
