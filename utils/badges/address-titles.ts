// Derives headlines from the addresses of links, before the page is scanned: most outlets put them in the address.
import type { OutletDirectory } from '../../engine/outlet/outlet-directory.ts';
import type { Outlet } from '../../engine/schema.ts';
import { isQueryPage, readOwnName, readSegments } from '../page/plain-address.ts';
import { type AskedLink, LINK_TEXT_MAX } from './badge-schema.ts';

export type AddressTitles = {
  /** Their text is the headline in the address. */
  readonly links: readonly AskedLink[];
  /** True if a link leads to an outlet's article whose address has no headline, so that only the page can tell it. */
  readonly isPartial: boolean;
};

/** Fewer words are a section's name, or a keyword instead of the headline. */
const WORDS_MIN = 4;
/** Eight characters of a script without spaces. */
const WIDE_RUN = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{8}/;
/** A long number, letters mixed with digits as in no word, or a month: found in articles' addresses, not in sections'. */
const ID =
  /\d{5}|(?:^|[-_./])(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6,}(?:$|[-_./])|(?:19|20)\d\d[-_/](?:\d\d?|[a-z]{3})[-_/]/;

/** Only links to outlets: what a shop or a forum publishes is not news. */
export function readAddressTitles(urls: readonly string[], directory: OutletDirectory): AddressTitles {
  const links: AskedLink[] = [];
  let isPartial = false;
  for (const url of urls) {
    // For a malformed link, the browser returns the text as written.
    const outlet = URL.canParse(url) ? directory.find(url) : null;
    if (outlet === null) continue;
    const address = new URL(url);
    const text = readAddressWords(address);
    if (text !== '' && !isTransliterated(text, outlet)) links.push({ url, text });
    else if (text !== '' || isQueryPage(address) || ID.test(address.pathname.toLowerCase())) isPartial = true;
  }
  return { links, isPartial };
}

/** The words of the path segment that has most of them; empty if they are too few for a headline. */
export function readAddressWords(address: URL): string {
  const segments = readSegments(address);
  const names = [...segments.slice(0, -1), readOwnName(segments)].map((name) => name.split(/[-_+ .,;:]+/));
  const longest = names.toSorted((a, b) => b.length - a.length || b.join('').length - a.join('').length)[0] ?? [];
  const text = longest.join(' ').trim();
  const words = longest.filter((word) => /\p{L}/u.test(word)).length;
  return words >= WORDS_MIN || WIDE_RUN.test(text) ? text.slice(0, LINK_TEXT_MAX) : '';
}

/** Written in Latin letters although the outlet's headlines are not. */
function isTransliterated(text: string, { languages }: Outlet): boolean {
  const isLatin = (lang: string) => new Intl.Locale(lang).maximize().script === 'Latn';
  return !/[^\0-\x7f]/.test(text) && !languages.every(isLatin);
}
