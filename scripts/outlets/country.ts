// Finds countries by the names and codes in the raw data, and the language of those with one main language.
import countries from './countries.json' with { type: 'json' };

const byName = new Map(countries.flatMap((country) => country.names.map((name) => [name.toLowerCase(), country.code])));
const byIso3 = new Map(countries.map((country) => [country.iso3, country.code]));
const byCode = new Map(countries.map((country) => [country.code, country]));

/** The code of a country, by its English name as written in the sources ("usa (44/180 press freedom)", "united kingdom (scotland)"). */
export function findCountryByName(name: string): string | null {
  const plain = name
    .replace(/[(/|].*$/s, '')
    .trim()
    .toLowerCase();
  return byName.get(name.toLowerCase()) ?? byName.get(plain) ?? null;
}

export function findCountryByIso3(iso3: string): string | null {
  return byIso3.get(iso3) ?? null;
}

export function findCountryByCode(code: string): string | null {
  const upper = code.toUpperCase();
  return byCode.has(upper) ? upper : null;
}

// Country code domains that are sold to anyone, and so say nothing about an outlet's country.
const GENERIC_TLDS = new Set(
  'ai am cc co fm gg im io la li ly me md mu nu re sc sh so st tk to tv us ws cd gl pw vc ag bz lc'.split(' '),
);

/** The country that a national top-level domain stands for; null for generic ones. */
export function findCountryByHost(host: string): string | null {
  const tld = host.split('.').at(-1) ?? '';
  if (tld === 'uk' || tld === 'scot' || tld === 'wales') return 'GB';
  if (tld.length !== 2 || GENERIC_TLDS.has(tld)) return null;
  return byCode.has(tld.toUpperCase()) ? tld.toUpperCase() : null;
}

/** Null for a country without a language that most of its outlets use. */
export function findMainLanguage(code: string): string | null {
  return byCode.get(code)?.language ?? null;
}
