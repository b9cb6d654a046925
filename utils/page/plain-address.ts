// Recognizes addresses of front pages and searches, the two kinds that are certain enough for the gate.
import { ARTICLE_QUERY } from '../../engine/article/article-query.ts';
import { decodePath } from '../../engine/text/address-path.ts';

/** A part of the path that still leads to a front page: a country, a language, "index.html". */
const LOCALE =
  /^(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2}|int|international|global|edition|english|www|index|home|homepage|start|startseite|default|main|aktuell)(?:\.(?:s?html?|php|aspx?|jsp))?$/;
const SEARCH_QUERY = /[?&](?:s|q|query|search|keyword|keywords)=[^&]/i;
const SEARCH_NAMES = new Set('search suche buscar busca recherche ricerca zoeken sok szukaj arama results'.split(' '));
const FILE_ENDING = /\.(?:s?html?|php|aspx?|cfm|jsp)$/;

/** The parts of the path in lower case, decoded if possible. */
export function readSegments(url: URL): string[] {
  const path = decodePath(url.pathname.slice(0, 1000)).toLowerCase();
  return path.split('/').filter((segment) => segment !== '');
}

/** The last part of the path, without the ending of a file. */
export function readOwnName(segments: readonly string[]): string {
  return (segments.at(-1) ?? '').replace(FILE_ENDING, '');
}

export function isQueryPage(url: URL): boolean {
  return readQueryNumber(url) !== '';
}

/** The part of the query that names one of several pages at a path: "id=12". Empty if there is none. */
export function readQueryNumber(url: URL): string {
  return url.search === '' ? '' : (ARTICLE_QUERY.exec(url.search)?.[0].slice(1).toLowerCase() ?? '');
}

/**
 * The site's front page: no path, or only a country or language. On single-page sites the route after "#/" counts too.
 */
export function isRootAddress(url: URL): boolean {
  const segments = readSegments(url);
  if (/^#!?\/./.test(url.hash)) segments.push(...url.hash.split('/').slice(1));
  return segments.length <= 2 && segments.every((segment) => LOCALE.test(segment)) && !isQueryPage(url);
}

export function isSearchAddress(url: URL): boolean {
  const segments = readSegments(url);
  const own = readOwnName(segments);
  return (
    (url.search !== '' && SEARCH_QUERY.test(url.search)) ||
    SEARCH_NAMES.has(own) ||
    segments.slice(0, -1).some((segment) => segment === 'search' || segment === 'suche')
  );
}
