// Brings texts, times and languages of articles into the bounds of the schema, for feeds and pages alike.
import type { EpochMs } from '../ids.ts';
import { Language } from '../schema.ts';
import { languageMeantBy } from '../text/language-labels.ts';

/** Given to the engine by its host: what language a text is in, and whether that is sure enough to overrule a label. */
export type IdentifyLanguage = (text: string) => { readonly lang: string; readonly isReliable: boolean };

/** One line of at most `max` UTF-16 units, cut at the end of a word where one is near the limit, never inside a character. */
export function clipText(text: string, max: number): string {
  const line = text
    .replace(/[\s\p{Cc}\u200b\ufeff]+/gu, ' ')
    .trim()
    .replace(/\p{Cs}/gu, '\ufffd');
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > max * 0.8 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Clocks of feeds run up to this much ahead; anything later is a mistake or an announcement. */
const AHEAD_MAX_MS = 10 * 60_000;
/** No outlet was on the web before: 1970, 1900 and 0001 are the defaults of publishing systems. */
const EARLIEST = Date.UTC(1995, 0, 1);

export function plausibleTime(at: EpochMs | null, now: EpochMs): EpochMs | null {
  return at !== null && Number.isInteger(at) && at >= EARLIEST && at <= now + AHEAD_MAX_MS ? at : null;
}

/**
 * Languages that the language identification does not know, knows in another script only, or confuses with a related one in
 * short headlines, each with the languages that it reports, and is sure of, instead. There the label is right.
 */
const TAKEN_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ['af', ['nl']],
  ['bg', ['mk', 'ru', 'sr']],
  ['bs', ['hr', 'sr', 'sl']],
  ['cs', ['sk']],
  ['gl', ['es', 'pt']],
  ['hi', ['mr', 'ne']],
  ['id', ['ms']],
  ['kk', ['be', 'ru', 'uk']],
  ['lb', ['de', 'nl']],
  ['mk', ['bg', 'ru', 'sr']],
  ['ne', ['hi', 'mr']],
  ['ru', ['bg', 'sr']],
  ['sk', ['cs']],
  ['sr', ['hr', 'sl']],
  ['uk', ['bg', 'mk', 'sr']],
]);

type LanguageHints = {
  /** Most trusted first. */
  readonly labels: readonly (string | null | undefined)[];
  readonly identifyLanguage: IdentifyLanguage;
};

/** What the text itself shows, when that is sure; else the first usable label; else `und`. */
export function decideLanguage(text: string, { labels, identifyLanguage }: LanguageHints): string {
  const seen = identifyLanguage(text);
  const usable = labels
    .map((label) => toUsualCode(label?.trim().split(/[-_]/)[0]?.toLowerCase() ?? ''))
    .filter((label) => isLanguage(label));
  const mistaken = usable.find((label) => TAKEN_FOR.get(label)?.includes(seen.lang));
  if (mistaken !== undefined && !usable.includes(seen.lang)) return mistaken;
  if (seen.isReliable && isLanguage(seen.lang)) return seen.lang;
  return usable[0] ?? (isLanguage(seen.lang) ? seen.lang : 'und');
}

/**
 * The usual code: "en" for "eng", "de" for "ger", "id" for the old "in"; languages without a two-letter code keep their three.
 * Both kinds of Norwegian are one, as they are for the identification and the stop words.
 */
function toUsualCode(label: string): string {
  if (!/^[a-z]{2,3}$/.test(label) || label === 'und') return label;
  const { language } = new Intl.Locale(languageMeantBy(label));
  return language === 'nb' || language === 'nn' ? 'no' : language;
}

function isLanguage(text: string): boolean {
  return text !== 'und' && Language.safeParse(text).success;
}
