// Texts, times and languages of articles brought within the bounds of the schema, the same for feeds and pages.
import type { EpochMs } from '../ids.ts';
import { Language } from '../schema.ts';
import { languageMeantBy } from '../text/language-labels.ts';

/** Given to the engine by its host: what language a text is in, and whether that is sure enough to overrule a label. */
export type IdentifyLanguage = (text: string) => { readonly lang: string; readonly isReliable: boolean };

/** One line, at most `max` UTF-16 units, never half a character; cut at a word where one ends near the limit. */
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
 * Languages that the statistics do not know, or only in another script, or take for a near one where a headline is short, with
 * those that they take them for and are sure. Where a text is labelled as one of these the label is right.
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

/** What the text itself shows, when that is sure; else the first usable label, most trusted first; else `und`. */
export function decideLanguage(
  text: string,
  labels: readonly (string | null | undefined)[],
  identifyLanguage: IdentifyLanguage,
): string {
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
 * "eng" and "ger" are "en" and "de" in three letters, "in" is "id" of old; languages without a code of two keep theirs. Both
 * kinds of Norwegian are one, as they are in statistics and stop words.
 */
function toUsualCode(label: string): string {
  if (!/^[a-z]{2,3}$/.test(label) || label === 'und') return label;
  const { language } = new Intl.Locale(languageMeantBy(label));
  return language === 'nb' || language === 'nn' ? 'no' : language;
}

function isLanguage(text: string): boolean {
  return text !== 'und' && Language.safeParse(text).success;
}
