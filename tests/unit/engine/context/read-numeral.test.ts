// The values of numerals in the notations of many languages.
import { describe, expect, it } from 'vitest';
import { readNumeral } from '../../../../engine/context/read-numeral.ts';

describe('readNumeral', () => {
  it.each<[string, number | null]>([
    ['15', 15],
    ['007', 7],
    ['1500', 1500],
    // three digits after a separator are a group, in any language
    ['1,500', 1500],
    ['1.500', 1500],
    ['12.500.000', 12_500_000],
    ['12,500,000', 12_500_000],
    ['12,50,000', 1_250_000],
    // fewer, or more, are decimals, in any language
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['12.5', 12.5],
    ['12,50', 12.5],
    ['3.2468', 3.2468],
    ['0.500', 0.5],
    ['0,125', 0.125],
    ['1500.250', 1500.25],
    // of two separators, the last is the decimal one
    ['1,500.5', 1500.5],
    ['1.500,5', 1500.5],
    ['1.234.567,89', 1_234_567.89],
    ['1,234.567', 1234.567],
    // not numbers: versions, dates, lists
    ['1.2.3', null],
    ['12.05.2026', null],
    ['1,2,3', null],
    ['1.50,25', null],
    ['1,500.250.3', null],
    ['9'.repeat(400), null],
  ])('reads %s as %s', (written, value) => {
    expect(readNumeral(written)).toBe(value);
  });
});
