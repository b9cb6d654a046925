// Weighs whether a link leads to an article, from its address and its text alone.
//
// Points are added up; above 0 an article is more likely than not. Links to articles usually have a page name made of a
// headline's words, a date or number in the path, and a text as long as a headline. An example:
//
//   /news/2026/05/19/northport-votes-to-rebuild-wall   "Northport votes to rebuild its harbour wall"
//   −1 to start with, five words in the name +3, a day in the path +3, seven words in the text +2.5: 7.5
//
// The points were set by hand on two thirds of the sites in a labelled list; docs/links.md has the results on the rest.
import { countWords, firstWordOf } from './count-words.ts';
import { readLinkShape } from './link-shape.ts';
import { OTHER_SITES, SERVICE_TEXT_WORDS } from './link-words.ts';
import { siteNameOf } from './site-name.ts';

const START = -1;
/** By the number of words in the page's name: one or two name a section as often as an article. */
const NAME_POINTS: readonly number[] = [-1.5, -1.5, -1, 0.5, 2, 3, 4];
/** By the number of words in the text; a picture has none. */
const TEXT_POINTS: readonly number[] = [0, -1.5, -1.5, -0.5, 0.5, 1.5, 2, 2.5, 3];
/** The most that a text adds to an address's points. */
export const TEXT_POINTS_MAX = 3;
const DATE_POINTS = { day: 3, month: 2 } as const;
const FOLDER_POINTS = { article: 1, list: -4 } as const;
const ID_POINTS = 1.5;
const FILE_POINTS = 0.5;
const TOP_LEVEL_POINTS = -0.5;
const SERVICE_TEXT_POINTS = -1;
/** Outweighs all other points together. */
const NEVER = -20;

const HEADLINE_NAME_WORDS = 6;
const SHORT_NAME_WORDS = 3;
/** In characters: longer texts are headlines, whatever they begin with. */
const SERVICE_TEXT_MAX = 60;

/** `address`: absolute, as the browser returns it (`link.href`). */
export function weighStoryLink(address: string, text: string): number {
  return weighAddress(address) + weighText(text);
}

/** The address's share, before any text is known. */
export function weighAddress(address: string): number {
  const host = address.indexOf('//') + 2;
  const slash = address.indexOf('/', host);
  if (!address.startsWith('http') || host < 2 || slash < 0) return NEVER;
  if (OTHER_SITES.has(siteNameOf(address.slice(host, slash)))) return NEVER;
  const shape = readLinkShape(address.slice(slash));
  if (shape === null) return NEVER;
  const { words, date, folder, serviceWords } = shape;
  let points = START + (NAME_POINTS[Math.min(words, 6)] ?? 0);
  if (date !== null) points += DATE_POINTS[date];
  if (folder !== null) points += FOLDER_POINTS[folder];
  if (shape.hasId) points += ID_POINTS;
  if (shape.isFile) points += FILE_POINTS;
  // Long names are headlines, which may mention weather, jobs or authors.
  if (serviceWords > 0 && words < HEADLINE_NAME_WORDS) points -= words < SHORT_NAME_WORDS ? 4 : 2;
  if (shape.depth === 1 && words < 4) points += TOP_LEVEL_POINTS;
  return points;
}

export function weighText(text: string): number {
  const points = TEXT_POINTS[Math.min(countWords(text), 8)] ?? 0;
  const isService = text.length < SERVICE_TEXT_MAX && SERVICE_TEXT_WORDS.has(firstWordOf(text));
  return isService ? points + SERVICE_TEXT_POINTS : points;
}
