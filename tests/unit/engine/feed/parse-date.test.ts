// Dates of feeds, right and wrong, as tables.
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../engine/feed/parse-date.ts';

const NOON = '2026-05-03T12:00:00.000Z';

const CASES: readonly (readonly [string, string | null])[] = [
  // RFC 822
  ['Sun, 03 May 2026 12:00:00 GMT', NOON],
  ['Sun, 3 May 2026 12:00:00 +0000', NOON],
  ['Sun, 03 May 2026 14:00:00 +0200', NOON],
  ['Sun, 03 May 2026 08:00:00 EDT', NOON],
  ['Sun, 03 May 2026 14:00 CEST', NOON],
  ['Sun, 03 May 2026 17:30:00 IST', NOON],
  ['Sun,03 May 2026 12:00:00 Z', NOON],
  ['03 May 2026 12:00:00 UT', NOON],
  ['3 May 26 12:00:00 GMT', NOON],
  ['03-May-2026 12:00:00 GMT', NOON],
  ['Sunday, 03 May 2026 12:00:00 GMT', NOON],
  ['Sun, 03 May 2026 12:00:00 +0000 (UTC)', NOON],
  ['Sun, 03 May 2026 14:00:00 GMT+0200', NOON],
  ['Sun, 03 May 2026 14:00:00 +02:00', NOON],
  ['Sun, 03 May 2026 12:00:00', NOON],
  ['  Sun, 03  May 2026\n12:00:00 GMT ', NOON],
  ['Sun, 03 May 2026', '2026-05-03T00:00:00.000Z'],
  ['Fri, 31 Dec 99 23:59:60 GMT', '2000-01-01T00:00:00.000Z'],
  ['Sun, 03 May 2026 24:00:00 GMT', '2026-05-04T00:00:00.000Z'],
  // other languages
  ['So, 03 Mai 2026 14:00:00 +0200', NOON],
  ['Di, 03 März 2026 12:00:00 GMT', '2026-03-03T12:00:00.000Z'],
  ['dim, 03 févr. 2026 12:00:00 GMT', '2026-02-03T12:00:00.000Z'],
  ['3 août 2026 12:00', '2026-08-03T12:00:00.000Z'],
  ['3 juin 2026 12:00', '2026-06-03T12:00:00.000Z'],
  ['3 juil. 2026 12:00', '2026-07-03T12:00:00.000Z'],
  ['3 de mayo de 2026', '2026-05-03T00:00:00.000Z'],
  ['lun, 03 ene 2026 12:00:00 GMT', '2026-01-03T12:00:00.000Z'],
  ['3 maggio 2026 12:00', NOON],
  ['3 июня 2026 12:00', '2026-06-03T12:00:00.000Z'],
  ['3 мая 2026 12:00', NOON],
  ['3 paź 2026 12:00', '2026-10-03T12:00:00.000Z'],
  // ISO 8601, W3C-DTF
  ['2026-05-03T12:00:00Z', NOON],
  ['2026-05-03T12:00:00.000Z', NOON],
  ['2026-05-03T14:00:00+02:00', NOON],
  ['2026-05-03T14:00:00+0200', NOON],
  ['2026-05-03T07:00:00-05:00', NOON],
  ['2026-05-03 12:00:00', NOON],
  ['2026-05-03 12:00:00 UTC', NOON],
  ['2026-05-03 12:00:00 +0000', NOON],
  ['2026-05-03T12:00Z', NOON],
  ['2026-05-03T12:00:00.123456Z', '2026-05-03T12:00:00.123Z'],
  ['20260503T120000Z', NOON],
  ['2026/05/03 12:00', NOON],
  ['2026-05-03', '2026-05-03T00:00:00.000Z'],
  ['2026-05', '2026-05-01T00:00:00.000Z'],
  ['2026', '2026-01-01T00:00:00.000Z'],
  // other forms
  ['May 3, 2026 12:00 PM', NOON],
  ['May 3, 2026 8:00 AM EDT', NOON],
  ['Sun May 3 12:00:00 GMT 2026', NOON],
  ['Sun May  3 12:00:00 2026', NOON],
  ['03.05.2026 12:00', NOON],
  ['05/03/2026 12:00:00 PM', NOON],
  ['05/03/2026 12:00:00 AM', '2026-05-03T00:00:00.000Z'],
  ['23/05/2026', '2026-05-23T00:00:00.000Z'],
  ['1777809600', NOON],
  ['1777809600000', NOON],
  // none
  ['', null],
  ['yesterday', null],
  ['Sun, 31 Feb 2026 12:00:00 GMT', null],
  ['2026-13-03', null],
  ['2026-05-03T25:00:00Z', null],
  ['2026-05-03T12:61:00Z', null],
  ['Sun, 03 Foo 2026 12:00:00 GMT', null],
  ['Sun, 03 May 2026 12:00:00 NOWHERE', null],
  ['Sun, 03 May 2026 12:00:00 +9900', null],
  ['0000-00-00 00:00:00', null],
  ['12', null],
  ['9'.repeat(500), null],
];

describe('parseDate', () => {
  it.each(CASES)('%j → %s', (text, expected) => {
    const at = parseDate(text);
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
  });
});
