// When two names mean the same thing.
import { describe, expect, it } from 'vitest';
import { toNameId } from '../../../../engine/context/find-names.ts';
import { isSameName } from '../../../../engine/context/same-name.ts';

const toName = (text: string) => ({ id: toNameId(text), text, keys: text.toLowerCase().split(' ') });

describe('isSameName', () => {
  it.each([
    ['Ada Lind', 'Lind'],
    ['Justice Department', 'DOJ'],
    ['Department of Justice', 'DOJ'],
    ['U.S. Department of Agriculture', 'USDA'],
    ['Harbour and Customs Enforcement', 'HCE'],
    ['Kim Jong Un', 'Kim'],
  ])('%s is %s', (long, short) => {
    expect(isSameName(toName(long), toName(short))).toBe(true);
  });

  it.each([
    ['New York Times', 'New York'],
    ['Georgia Lind', 'Georgia'],
    ['Bank of Velm', 'Bank'],
    ['Ada Lind', 'USA'],
  ])('%s is not %s', (long, short) => {
    expect(isSameName(toName(long), toName(short))).toBe(false);
  });
});
