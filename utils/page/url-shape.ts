// What an address alone says about its page: root, date, headline slug, number, and words like /tag/, /forum/ or /docs/.
import { findUrlHint, type UrlHint } from './url-hint.ts';

export type UrlShape = {
  /** The site's own front page: no path, or only a country or language. */
  readonly isRoot: boolean;
  /** Words of the longest hyphenated segment. */
  readonly slugWords: number;
  /** Words of the last segment. */
  readonly ownWords: number;
  /** A date in the path, as YYYY-MM-DD, or YYYY-MM; empty when there is none. */
  readonly date: string;
  /** An article number: at least five digits in the last segments, or a query for one. */
  readonly hasNumber: boolean;
  readonly hint: UrlHint | null;
  /** Ends like a folder of one or two plain words: /politics/, /sport/football. */
  readonly isFolder: boolean;
};

const LOCALE =
  /^(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2}|int|international|global|edition|english|www|index|home|homepage|start|startseite|default|main|aktuell)(?:\.(?:s?html?|php|aspx?|jsp))?$/;
const QUERY_NUMBER =
  /[?&](?:p|id|article|story|artid|nid|storyid|articleid|article_id|page_id|post|a|sid|no|idx|idxno)=[^&]{2}/i;

export function readUrlShape(url: URL): UrlShape {
  const path = decodePath(url.pathname.slice(0, 1000)).toLowerCase();
  const segments = path.split('/').filter((segment) => segment !== '');
  const own = segments.at(-1) ?? '';
  const isQueryPage = QUERY_NUMBER.test(url.search);
  const slugWords = Math.max(0, ...segments.map(countWords));
  return {
    isRoot: segments.length <= 2 && segments.every((segment) => LOCALE.test(segment)) && !isQueryPage,
    slugWords,
    ownWords: countWords(own),
    date: findUrlDate(path),
    hasNumber: /\d{5}/.test(segments.slice(-2).join('/')) || isQueryPage,
    hint: findUrlHint(segments, url),
    isFolder:
      segments.length > 0 &&
      segments.length <= 3 &&
      slugWords <= 3 &&
      !isQueryPage &&
      !/\d{4}/.test(path) &&
      (path.endsWith('/') || !own.includes('.')),
  };
}

function countWords(segment: string): number {
  const words = segment
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_–+ .,;:]+/)
    .filter((word) => /\p{L}/u.test(word)).length;
  // Scripts without spaces still carry a headline when they are long.
  return Math.max(words, /[\u0250-\uffff]{8}/.test(segment) ? 4 : 0);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const SLASHED_DATE = /\/((?:19|20)\d\d)\/(\d\d?|[a-z]{3})(?:\/(\d\d?))?(?=\/)/;
const JOINED_DATE =
  /(?:^|[/\-_.])((?:19|20)\d\d)[/\-_.]?(0[1-9]|1[0-2]|[a-z]{3})[/\-_.]?(0[1-9]|[12]\d|3[01])(?=$|[/\-_.])/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function findUrlDate(path: string): string {
  const parts = SLASHED_DATE.exec(path) ?? JOINED_DATE.exec(path);
  if (parts === null) return '';
  const [, year, written = '', day] = parts;
  const number = Number(written);
  const month = Number.isNaN(number) ? MONTHS.indexOf(written) + 1 : number;
  if (month < 1 || month > 12 || Number(day) > 31) return '';
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return day === undefined ? start : `${start}-${day.padStart(2, '0')}`;
}
