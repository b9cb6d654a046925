// Numbers as terms: the same in every language's way of writing them, and no two numbers one.
import { describe, expect, it } from 'vitest';
import { toPlainNumber } from '../../../../engine/text/term-key.ts';

describe('toPlainNumber', () => {
  it.each([
    ['1,000', '1000'],
    ['1.000', '1000'],
    ['1,234,567', '1234567'],
    ['1.000,5', '1000.5'],
    ['1,000.5', '1000.5'],
    ['7,2', '7.2'],
    ['7.2', '7.2'],
    ['0.125', '0.125'],
    ['2026', '2026'],
    ['12.05.2026', '12.05.2026'],
  ])('%s is %s', (written, figure) => {
    expect(toPlainNumber(written)).toBe(figure);
  });
});
