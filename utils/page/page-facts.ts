// Gathers from the document, in small steps, the facts that nearly all decisions need.
import { attributeOf, closestOf, findAll, findByTag, findFirst, firstOf, parentOf, rootOf, textOf } from './dom.ts';
import { parseJsonLd } from './json-ld.ts';
import { withoutKickers } from './kickers.ts';
import { type LinkTargets, readLinkTargets } from './link-targets.ts';
import { type Links, type Meta, metaOf } from './meta.ts';
import { readMicrodata } from './microdata.ts';
import { collapse, cutText, toPlainText } from './plain-text.ts';
import { readLinks, readMeta } from './read-meta.ts';
import type { RegionFinder } from './region.ts';
import { readStructure, type Structure } from './structure.ts';
import { isArticleThing, type Thing } from './thing.ts';
import { readUrlShape, type UrlShape } from './url-shape.ts';

export type PageFacts = {
  readonly url: URL;
  readonly shape: UrlShape;
  readonly documentTitle: string;
  readonly declaredLang: string;
  readonly meta: Meta;
  readonly links: Links;
  readonly things: readonly Thing[];
  readonly structure: Structure;
  readonly targets: LinkTargets;
  /** Number of <article> elements that are not inside another. */
  readonly articles: number;
};

/** The facts, and the declared article that is the page itself. Null if there is none. */
export type PageEvidence = PageFacts & { readonly main: Thing | null };

const JSON_LD_MAX = 40;
const ARTICLES_MAX = 400;

/** Yields where the caller may pause so that the page's own code can run. */
export function* readPageFacts(
  document: Document,
  { url, regionOf }: { readonly url: URL; readonly regionOf: RegionFinder },
): Generator<void, PageFacts> {
  const meta = readMeta(document);
  const links = readLinks(document);
  const scripts = readJsonLdScripts(document);
  yield;
  const things = parseJsonLd(scripts);
  yield;
  // Pages that declare an article in JSON-LD add nothing in microdata, and the search for it takes as long as all the
  // rest.
  if (!things.some((thing) => isArticleThing(thing) && thing.isTop && thing.headline !== '')) {
    things.push(...readMicrodata(document));
    yield;
  }
  const structure = yield* readStructure(document, regionOf);
  const targets = readLinkTargets(document, url);
  yield;
  const root = rootOf(document);
  const documentTitle = readDocumentTitle(document);
  const titles = [documentTitle, metaOf(meta, 'og:title'), ...things.map(({ headline }) => headline)];
  return {
    url,
    shape: readUrlShape(url),
    documentTitle,
    declaredLang: root === null ? '' : attributeOf(root, 'lang') || attributeOf(root, 'xml:lang'),
    meta,
    links,
    things,
    structure: { ...structure, headings: withoutKickers(structure.headings, titles) },
    targets,
    articles: countArticles(document),
  };
}

function countArticles(document: Document): number {
  const isOuter = (article: Element) => {
    const parent = parentOf(article);
    return parent === null || closestOf(parent, 'article') === null;
  };
  return firstOf(findByTag(document, 'article'), ARTICLES_MAX).filter(isOuter).length;
}

function readJsonLdScripts(document: Document): string[] {
  const found = findAll(document, 'script[type*="ld+json" i]');
  return firstOf(found, JSON_LD_MAX).map((script) => textOf(script));
}

/**
 * Not document.title, which an image named "title" may shadow, and not the <title> of an SVG icon. Strips a count of
 * unread messages: "(3) ".
 */
function readDocumentTitle(document: Document): string {
  const title = findFirst(document, 'head > title') ?? findFirst(document, 'title:not(svg title)');
  const text = title === null ? '' : toPlainText(cutText(collapse(textOf(title).slice(0, 2_000)), 500), 500);
  return text.replace(/^\(\d{1,3}\+?\) /, '');
}
