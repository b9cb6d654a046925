// Drops stale declarations. A site that replaces the article within the page may leave the declarations of the one
// before.

import { isSamePage } from '../same-page.ts';
import { namesPage } from './find-main-article.ts';
import { type Meta, metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import { comparable } from './plain-text.ts';
import type { Thing } from './thing.ts';
import { titlesAmong } from './titles-among.ts';

type Declared = Pick<PageFacts, 'url' | 'meta' | 'links' | 'things' | 'documentTitle'> & {
  /**
   * The main headings, one a line, and at the end the one that the document's title names. It shows which article is
   * the current one where several stand one below the other.
   */
  readonly shown: string;
  /** The first paragraph. */
  readonly text: string | undefined;
};

/**
 * Returns a filter for the facts of successive readings. It drops declarations that stayed the same while the headline
 * changed, if the address changed too, or if the text did and the earlier headline was a declared one.
 */
export function createStaleFilter(): (facts: PageFacts) => PageFacts {
  let page: Declared | null = null;
  let before: Declared | null = null;
  return (facts) => {
    // `structure` is not kept: it would hold elements in memory after the page has removed them.
    const { structure, ...rest } = facts;
    const declared = { ...rest, shown: shownBy(facts), text: structure.body[0]?.text };
    if (page !== null && (!isAtSameAddress(page, declared) || isReplaced(page, declared))) before = page;
    page = declared;
    return before === null || !isOtherArticle(before, declared) ? facts : withoutStale(facts, before);
  };
}

function shownBy({ structure, documentTitle }: PageFacts): string {
  const title = comparable(documentTitle);
  const shown = titlesAmong(structure.headings).map(({ text }) => comparable(text));
  return [...shown, shown.find((text) => title.includes(text)) ?? shown[0]].join('\n');
}

const isAtSameAddress = (a: Pick<Declared, 'url'>, b: Pick<Declared, 'url'>) => isSamePage(a.url.href, b.url.href);

function isReplaced({ things, shown, text }: Declared, now: Declared): boolean {
  const titles = things.map(({ headline }) => comparable(headline));
  return text !== now.text && titles.some((title) => shown.includes(title) && !now.shown.includes(title));
}

/** The headline has to differ: pictures of a gallery and pages of one text have addresses of their own. */
function isOtherArticle(before: Declared, now: Declared): boolean {
  if (before.shown === '' || now.shown === before.shown) return false;
  if (isAtSameAddress(before, now)) return true;
  // After a step back to the page that the unchanged declarations belong to, they are right.
  const addresses = addressesOf(now);
  return !(sameLists(addresses, addressesOf(before)) && addresses.some((address) => namesPage(address, now.url)));
}

function withoutStale(facts: PageFacts, before: Declared): PageFacts {
  const { url, meta, links, things, documentTitle, structure } = facts;
  const earlier = new Set(before.things.map(toText));
  const isNew = (thing: Thing) =>
    !earlier.has(toText(thing)) ||
    (!isAtSameAddress(before, facts) && [thing.url, thing.mainEntityOfPage].some((it) => namesPage(it, url)));
  const heading = structure.headings.find(({ text, isTitle }) => isTitle && !before.shown.includes(comparable(text)));
  return {
    ...facts,
    links: { canonical: links.canonical.filter((address) => !before.links.canonical.includes(address)) },
    meta: sameLists(nameArticle(meta), nameArticle(before.meta)) ? siteOf(meta) : meta,
    things: things.filter(isNew),
    documentTitle: documentTitle === before.documentTitle ? (heading?.text ?? '') : documentTitle,
  };
}

const toText = (thing: Thing) => JSON.stringify(thing);

const addressesOf = ({ meta, links }: Declared) => [...links.canonical, metaOf(meta, 'og:url')];

const nameArticle = (meta: Meta) => [
  metaOf(meta, 'og:title', 'twitter:title', 'dc.title', 'parsely-title'),
  metaOf(meta, 'og:url'),
  metaOf(meta, 'og:description', 'description'),
  metaOf(meta, 'article:published_time', 'date', 'parsely-pub-date'),
];

const SITE_NAMES = ['og:site_name', 'application-name'];

const siteOf = (meta: Meta): Meta => new Map([...meta].filter(([name]) => SITE_NAMES.includes(name)));

const sameLists = (a: readonly string[], b: readonly string[]) => a.every((value, i) => value === b[i]);
