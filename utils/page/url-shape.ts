// What an address alone says about its page: front page, date, headline in the slug, and words such as /tag/ or /docs/.
import { isQueryPage, isRootAddress, isSearchAddress, readSegments } from './plain-address.ts';
import { findUrlHint, type UrlHint } from './url-hint.ts';

export type UrlShape = {
  /** The site's front page: no path, or only a country or language. */
  readonly isRoot: boolean;
  /** Number of words of the segment that has most. */
  readonly slugWords: number;
  /** Number of words of the last segment. */
  readonly ownWords: number;
  /** A date in the path, as YYYY-MM-DD or YYYY-MM. Empty if there is none. */
  readonly date: string;
  readonly hint: UrlHint | null;
  /**
   * Looks like a section: at most three segments of at most three words, without a year or id: /politics/,
   * /sport/football.
   */
  readonly isFolder: boolean;
};

export function readUrlShape(url: URL): UrlShape {
  const segments = readSegments(url);
  const path = `/${segments.join('/')}${url.pathname.endsWith('/') ? '/' : ''}`;
  const own = segments.at(-1) ?? '';
  const isById = isQueryPage(url);
  const slugWords = Math.max(0, ...segments.map(countWords));
  return {
    isRoot: isRootAddress(url),
    slugWords,
    ownWords: countWords(own),
    date: findUrlDate(path),
    hint: isSearchAddress(url) ? { kind: 'search', isOwn: true } : findUrlHint(segments, url),
    isFolder:
      segments.length > 0 &&
      segments.length <= 3 &&
      slugWords <= 3 &&
      !isById &&
      !/\d{4}/.test(path) &&
      (path.endsWith('/') || !own.includes('.')),
  };
}

function countWords(segment: string): number {
  const words = segment
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_–+ .,;:]+/)
    .filter((word) => /[a-z\u00aa-\uffff]/i.test(word)).length;
  // A long run of letters beyond Latin may be a headline without spaces, as in Chinese: it counts as four words.
  return Math.max(words, /[\u0250-\uffff]{8}/.test(segment) ? 4 : 0);
}

const SLASHED_DATE = /\/((?:19|20)\d\d)\/(\d\d?|[a-z]{3})(?:\/(\d\d?))?(?=\/)/;
const JOINED_DATE =
  /(?:^|[/\-_.])((?:19|20)\d\d)[/\-_.]?(0[1-9]|1[0-2]|[a-z]{3})[/\-_.]?(0[1-9]|[12]\d|3[01])(?=$|[/\-_.])/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Article ids that contain the time of writing: A2026012914320005196. */
const DATED_NUMBER =
  /[/\-_.a-z]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d\d{2,12}(?=$|\.)/;

function findUrlDate(path: string): string {
  // Saves the compilation of three patterns for paths without a year.
  if (!path.includes('20') && !path.includes('19')) return '';
  const parts = SLASHED_DATE.exec(path) ?? JOINED_DATE.exec(path) ?? DATED_NUMBER.exec(path);
  if (parts === null) return '';
  const [, year, written = '', day] = parts;
  const number = Number(written);
  const month = Number.isNaN(number) ? MONTHS.indexOf(written) + 1 : number;
  if (month < 1 || month > 12 || Number(day) > 31) return '';
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}
