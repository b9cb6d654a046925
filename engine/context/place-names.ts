// The names of countries in any language, from the host's own data: "deutschland" and "allemagne" are DE.
import { remember } from '../remember.ts';
import { LANGUAGES_KEPT } from '../text/country-names.ts';
import { localesOf } from '../text/region-names.ts';
import { toNameId } from './find-names.ts';

/** Codes that Intl names and that are not countries: unions, pseudo-regions, outlying islands. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA', 'CQ']);
/** Common names where Intl has a longer one. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  us: 'US',
  usa: 'US',
  uk: 'GB',
  britain: 'GB',
  'great-britain': 'GB',
  turkey: 'TR',
  'east-timor': 'TL',
  'ivory-coast': 'CI',
  'czech-republic': 'CZ',
  'democratic-republic-of-congo': 'CD',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** By a name's id; null for anything but a country's full name. */
export function findCountry(nameId: string, lang: string): string | null {
  return namesIn(lang).get(nameId) ?? null;
}

const namesIn = remember(listCountryNames, LANGUAGES_KEPT);

function listCountryNames(lang: string): ReadonlyMap<string, string> {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    (code) => !NOT_COUNTRIES.has(code) && !isFormer(code),
  );
  const named = localesOf(lang === 'und' ? 'en' : lang).flatMap((locale) =>
    (['long', 'short'] as const).flatMap((style) => {
      const displayed = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none', style });
      return codes.flatMap((code) => {
        const name = displayed.of(code);
        return name === undefined ? [] : [[name, code] as const];
      });
    }),
  );
  // Either part of "Myanmar (Burma)" is a name, except where it is another country's: "Hong Kong (China)".
  const parts = named.flatMap(([name, code]) => {
    const [, ...both] = /^([^()]+) \(([^()]+)\)$/.exec(name) ?? [];
    return both.map((part) => [part, code] as const);
  });
  const names = new Map(Object.entries(SHORT_NAMES));
  for (const [name, code] of [...named, ...parts]) {
    if (!names.has(toNameId(name))) names.set(toNameId(name), code);
  }
  return names;
}

/** Intl still names former codes: DD is DE in canonical form. */
function isFormer(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region !== code;
}
