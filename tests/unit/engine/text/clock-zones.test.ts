// How far time zones are ahead of UTC.
import { describe, expect, it } from 'vitest';
import { findZoneOffset } from '../../../../engine/text/clock-zones.ts';

const SUMMER = Date.UTC(2026, 6, 1);
const hours = (name: string, { day = SUMMER, lang = '' } = {}) => {
  const offset = findZoneOffset(name, { day, lang });
  return offset === null ? null : offset / 3_600_000;
};

describe('findZoneOffset', () => {
  it.each([
    ['HST', -10],
    ['EST', -5],
    ['NST', -3.5],
    ['Z', 0],
    ['UTC', 0],
    ['CET', 1],
    ['CEST', 2],
    ['IST', 5.5],
    ['NPT', 5.75],
    ['WIB', 7],
    ['WIT', 9],
    ['NZDT', 13],
    ['', null],
    ['et', null],
    ['EDT AST', null],
    ['America/New_York', -4],
    ['Asia/Kathmandu', 5.75],
    ['No/Where', null],
    ['.*', null],
    ['NOON', null],
  ])('%j is %s', (name, expected) => expect(hours(name)).toBe(expected));

  it.each([
    ['CST', 'zh-CN', 8],
    ['CST', 'en', -6],
    ['IST', 'he', 2],
    ['BST', 'bn', 6],
    ['AST', 'ar', 3],
    ['GMT', 'zh', 0],
    ['CST', 'constructor', -6],
  ])('%s in %j is %d', (name, lang, expected) => expect(hours(name, { lang })).toBe(expected));

  it.each([
    ['2026-03-07', -5],
    ['2026-03-08', -4],
    ['2026-10-31', -4],
    ['2026-11-01', -5],
  ])('ET on %s is %d', (day, expected) => expect(hours('ET', { day: Date.parse(day) })).toBe(expected));
});
