// Finds the declared article that is the page itself, among all that a page declares (in JSON-LD, microdata or RDFa).

import { trimSlashes } from '../../engine/text/address-path.ts';
import { metaOf } from './meta.ts';
import type { PageEvidence, PageFacts } from './page-facts.ts';
import { readQueryNumber } from './plain-address.ts';
import { comparable, textWeight } from './plain-text.ts';
import { isArticleThing, isTrail, type Thing } from './thing.ts';

type Page = {
  readonly url: URL;
  /** The address bar's, the canonical ones and `og:url`. */
  readonly addresses: readonly URL[];
  readonly titles: readonly string[];
};

/**
 * Null if no article is declared, or if more than three are and none has the page's address or title, as in a section
 * that declares the articles it lists.
 */
export function findMainArticle(facts: PageFacts): Thing | null {
  const page = toPage(facts);
  const articles = facts.things.filter((thing) => isArticleThing(thing) && thing.isTop && !isAnother(thing, page));
  let best: Thing | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const thing of articles) {
    const score = matchScore(thing, page);
    if (score > most) {
      best = thing;
      most = score;
    }
  }
  return articles.length > 3 && most < 3 ? null : best;
}

/** All declarations but those of other articles and of the breadcrumb trails that lead to them. */
export function withoutOthers(evidence: PageEvidence): readonly Thing[] {
  const { things, main } = evidence;
  const page = toPage(evidence);
  const headline = main === null ? '' : headlineOf(main);
  const isOwn = (thing: Thing) => (headlineOf(thing) === '' ? thing.isTop : headlineOf(thing) === headline);
  const others = things.filter((thing) => thing !== main && isArticleThing(thing) && !isOwn(thing));
  const trails = things.filter(isTrail);
  const own = trails.filter(
    (trail) => page.addresses.some((url) => namesPage(trail.url, url)) || hasTitleOf(trail, page),
  );
  // Many trails end at the section. If none names the page, all are kept but those that end at another article.
  const isAway = (trail: Thing) =>
    own.length > 0 ? !own.includes(trail) : others.some((other) => headlineOf(other) === headlineOf(trail));
  return things.filter((thing) => !others.includes(thing) && !(isTrail(thing) && isAway(thing)));
}

function toPage({ url, meta, links, structure, documentTitle }: PageFacts): Page {
  const given = [...links.canonical, metaOf(meta, 'og:url')].filter((address) => address !== '');
  return {
    url,
    addresses: [url, ...given.flatMap((address) => toUrl(address, url) ?? [])],
    titles: [documentTitle, metaOf(meta, 'og:title'), ...structure.headings.map(({ text }) => text)],
  };
}

/** The declaration has both an address and a headline, and neither is the page's. */
function isAnother(thing: Thing, page: Page): boolean {
  const named = [thing.mainEntityOfPage, thing.url].filter((address) => namesAnyPage(address, page.url));
  const isOwn = named.some((address) => page.addresses.some((url) => namesPage(address, url)));
  return named.length > 0 && !isOwn && headlineOf(thing) !== '' && !hasTitleOf(thing, page);
}

function matchScore(thing: Thing, page: Page): number {
  let score = 0;
  if (namesPage(thing.mainEntityOfPage, page.url) || namesPage(thing.url, page.url)) score += 3;
  if (hasTitleOf(thing, page)) score += 3;
  if (thing.datePublished !== '') score += 1;
  if (thing.headline !== '') score += 0.5;
  return score;
}

const headlineOf = (thing: Thing) => comparable(thing.headline || thing.name);

/** Compares the name as well, because some sites put a description into the headline. */
function hasTitleOf({ headline, name }: Thing, { titles }: Page): boolean {
  const known = [headline, name].map(comparable).filter((text) => text !== '');
  return known.some((text) => titles.some((title) => isSameHeadline(comparable(title), text)));
}

/**
 * In Latin-like characters. Shorter texts may be names of sites or sections, which also occur at the start of headlines
 * and inside titles.
 */
const DISTINCTIVE_WEIGHT = 15;

function isSameHeadline(title: string, headline: string): boolean {
  if (title === '' || title.startsWith(headline)) return title !== '';
  return (
    (textWeight(title) >= DISTINCTIVE_WEIGHT && headline.startsWith(title)) ||
    (textWeight(headline) >= DISTINCTIVE_WEIGHT && title.includes(headline))
  );
}

/** Whether a declared address has the page's path and query id. Hosts are not compared, and front pages never match. */
export function namesPage(address: string, url: URL): boolean {
  const other = address === '' ? null : toUrl(address, url);
  if (other === null || pathOf(other) !== pathOf(url)) return false;
  return namesAnyPage(address, url) && readQueryNumber(other) === readQueryNumber(url);
}

/** False for the address of a front page, which some themes declare for every page. */
function namesAnyPage(address: string, url: URL): boolean {
  const other = address === '' ? null : toUrl(address, url);
  return other !== null && (pathOf(other) !== '' || readQueryNumber(other) !== '');
}

function toUrl(address: string, base: URL): URL | null {
  return URL.canParse(address, base.href) ? new URL(address, base.href) : null;
}

const pathOf = ({ pathname }: URL) => trimSlashes(pathname);
