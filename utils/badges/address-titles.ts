// What the addresses of links tell of their headlines before the page is read for them: most outlets write them there.
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import type { Outlet } from '../../engine/schema.ts';
import { isQueryPage, readOwnName, readSegments } from '../page/plain-address.ts';
import { type AskedLink, LINK_TEXT_MAX } from './badge-schema.ts';

export type AddressTitles = {
  /** Their text is what their address says. */
  readonly links: readonly AskedLink[];
  /** One leads to an outlet's article whose address says nothing: only the page has its headline. */
  readonly isOneUntold: boolean;
};

/** Fewer are a section's name, or a word that stands for the whole headline. */
const WORDS_MIN = 4;
/** In scripts without spaces. */
const WIDE_RUN = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{8}/;
/** A long number, letters and digits mixed as in no word, or a month: what articles have and sections have not. */
const ID =
  /\d{5}|(?:^|[-_./])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6,}(?:$|[-_./])|(?:19|20)\d\d[-_/](?:\d\d?|[a-z]{3})[-_/]/;

/** Only of links to outlets: what a shop or a forum says of itself is no news. */
export function readAddressTitles(urls: readonly string[], directory: OutletDirectory): AddressTitles {
  const links: AskedLink[] = [];
  let isOneUntold = false;
  for (const url of urls) {
    // Of a link that was written wrongly the browser gives what is written.
    const outlet = URL.canParse(url) ? directory.find(url) : null;
    if (outlet === null) continue;
    const address = new URL(url);
    const text = readAddressWords(address);
    if (text !== '' && !isTransliterated(text, outlet)) links.push({ url, text });
    else if (text !== '' || isQueryPage(address) || ID.test(address.pathname.toLowerCase())) isOneUntold = true;
  }
  return { links, isOneUntold };
}

/** Of the part of the path that has most of them; empty where they are too few for a headline. */
export function readAddressWords(address: URL): string {
  const segments = readSegments(address);
  const names = [...segments.slice(0, -1), readOwnName(segments)].map((name) => name.split(/[-_+ .,;:]+/));
  const longest = names.toSorted((a, b) => b.length - a.length || b.join('').length - a.join('').length)[0] ?? [];
  const text = longest.join(' ').trim();
  const words = longest.filter((word) => /\p{L}/u.test(word)).length;
  return words >= WORDS_MIN || WIDE_RUN.test(text) ? text.slice(0, LINK_TEXT_MAX) : '';
}

/** In Latin letters, where its headlines are not. */
function isTransliterated(text: string, { languages }: Outlet): boolean {
  const isLatin = (lang: string) => new Intl.Locale(lang).maximize().script === 'Latn';
  return !/[^\0-\x7f]/.test(text) && !languages.every(isLatin);
}
