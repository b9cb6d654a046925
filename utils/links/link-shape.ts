// Reads from a link's address what page it leads to: headline words, date, number, folders. Uses strings, no URL object.
import { decodePath } from '../../engine/text/address-path.ts';
import { ARTICLE_FOLDERS, LIST_FOLDERS, SERVICE_WORDS } from './link-words.ts';

export type LinkShape = {
  readonly depth: number;
  /** Number of words in the segment that names the page. */
  readonly words: number;
  readonly date: 'day' | 'month' | null;
  /** A number or code identifies this one page. */
  readonly hasId: boolean;
  /** Has a file extension of documents. */
  readonly isFile: boolean;
  /** A folder of lists outweighs one of articles. */
  readonly folder: 'list' | 'article' | null;
  /** How many words of a short name are words for services. */
  readonly serviceWords: number;
};

/** Longer paths are data; what identifies an article comes before. */
const PATH_MAX = 600;
const FILE_ENDING = /\.(?:s?html?|php|aspx?|cfm|jsp|ece|story|do)$/;
const YEAR = /^(?:19|20)\d\d$/;
const MONTH = /^(?:0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;
/** 2026-05-19 and 20260519 within a segment. */
const JOINED_DATE = /(?:^|[-_])(?:19|20)\d\d[-_]?(?:0?[1-9]|1[0-2])[-_]?(?:0[1-9]|[12]\d|3[01])(?:$|[-_])/;
/** A number of at least five digits, or six or more characters that mix letters and digits as in no word. */
const ID = /\d{5}|(?:^|[-_.])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6,}(?:$|[-_.])/;
const QUERY_ID = /[?&](?:p|id|article|story|artid|nid|storyid|articleid|article_id|aid|idxno|no|post)=[^&]{3}/i;
/** Names of front pages: a country, a language, an edition. */
const FRONT = /^(?:[a-z]{2}(?:[-_][a-z]{2})?|index|home|homepage|start|default|edition|international)$/;

/** `path` begins at the slash after the host. Null for a site's front page. */
export function readLinkShape(path: string): LinkShape | null {
  const { segments, query } = splitPath(path);
  const last = segments.at(-1) ?? '';
  const own = last.replace(FILE_ENDING, '');
  const isQueryPage = query !== '' && (QUERY_ID.test(query) || isCodedTarget(own, query));
  if (!isQueryPage && segments.length <= 2 && [...segments.slice(0, -1), own].every(isFront)) return null;
  segments[Math.max(0, segments.length - 1)] = own;
  const name = readName(segments);
  return {
    depth: segments.length,
    words: name.length,
    date: readDate(segments),
    hasId: isQueryPage || ID.test(own) || ID.test(segments.at(-2) ?? ''),
    isFile: own !== last,
    folder: readFolder(segments),
    serviceWords: countServiceWords(name, own),
  };
}

/** Google's redirect from its results, with a code that only Google can resolve. */
function isCodedTarget(own: string, query: string): boolean {
  return own === 'goto' && query.startsWith('?url=');
}

function splitPath(path: string): { segments: string[]; query: string } {
  const hash = path.indexOf('#');
  const bare = (hash < 0 ? path : path.slice(0, hash)).slice(0, PATH_MAX);
  const question = bare.indexOf('?');
  const segments = decodePath(question < 0 ? bare : bare.slice(0, question))
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  return { segments, query: question < 0 ? '' : bare.slice(question) };
}

function isFront(segment: string): boolean {
  return segment === '' || FRONT.test(segment);
}

/** The words of the last segment, or of the one above it if the last is a number, a code or a short label. */
function readName(segments: readonly string[]): readonly string[] {
  const own = wordsOf(segments.at(-1) ?? '');
  if (own.length >= LONG_NAME_WORDS) return own;
  const above = wordsOf(segments.at(-2) ?? '');
  return above.length > own.length && (own.length < 2 || above.length > own.length + 2) ? above : own;
}

/** More words make no difference. */
const LONG_NAME_WORDS = 6;
/** Words of a headline have no digits; each match includes the separator before the word. */
const WORDS = /(?:^|[-_+ .,;:])[^-_+ .,;:\d]+(?![^-_+ .,;:])/g;
const WIDE_RUN = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{8}/;
/** The result for a long name in a script without spaces. */
const WIDE_WORDS: readonly string[] = Array.from({ length: LONG_NAME_WORDS }, () => '');

function wordsOf(segment: string): readonly string[] {
  const words = segment.match(WORDS) ?? [];
  return words.length < 4 && WIDE_RUN.test(segment) ? WIDE_WORDS : words;
}

function countServiceWords(name: readonly string[], own: string): number {
  if (name.length >= LONG_NAME_WORDS) return 0;
  const words = name.filter((word, at) => SERVICE_WORDS.has(at === 0 ? word.replace(/^[-_]/, '') : word.slice(1)));
  return words.length + (SERVICE_WORDS.has(own) ? 1 : 0);
}

function readDate(segments: readonly string[]): 'day' | 'month' | null {
  const year = segments.findIndex((segment) => YEAR.test(segment));
  if (year >= 0 && year < segments.length - 1 && MONTH.test(segments[year + 1] ?? '')) {
    return DAY.test(segments[year + 2] ?? '') ? 'day' : 'month';
  }
  return segments.some((segment) => segment.length >= 8 && JOINED_DATE.test(segment)) ? 'day' : null;
}

function readFolder(segments: readonly string[]): 'list' | 'article' | null {
  let folder: 'article' | null = null;
  for (let i = 0; i < segments.length - 1; i++) {
    const name = segments[i] ?? '';
    if (LIST_FOLDERS.has(name)) return 'list';
    if (ARTICLE_FOLDERS.has(name)) folder = 'article';
  }
  return folder;
}
