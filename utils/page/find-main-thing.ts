// Picks, among the things a page declares, the one that is the page itself.
import { comparable } from './plain-text.ts';
import { isArticleThing, type Thing } from './thing.ts';

type Page = { readonly url: URL; readonly titles: readonly string[] };

/** Null when none is an article, or when the page lists several and none of them is the page. */
export function findMainArticle(things: readonly Thing[], page: Page): Thing | null {
  const articles = things.filter((thing) => isArticleThing(thing) && thing.isTop);
  let best: Thing | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const thing of articles) {
    const score = likeness(thing, page);
    if (score > most) {
      best = thing;
      most = score;
    }
  }
  return articles.length > 3 && most < 3 ? null : best;
}

function likeness(thing: Thing, page: Page): number {
  const headline = comparable(thing.headline || thing.name);
  let score = 0;
  if (namesPage(thing.mainEntityOfPage, page.url) || namesPage(thing.url, page.url)) score += 3;
  if (headline !== '' && page.titles.some((title) => isSameHeadline(comparable(title), headline))) score += 3;
  if (thing.datePublished !== '') score += 1;
  if (thing.headline !== '') score += 0.5;
  return score;
}

function isSameHeadline(title: string, headline: string): boolean {
  return title !== '' && (title.startsWith(headline) || headline.startsWith(title) || title.includes(headline));
}

export function namesPage(address: string, url: URL): boolean {
  if (address === '' || !URL.canParse(address, url.href)) return false;
  const other = new URL(address, url.href);
  return trimPath(other.pathname) === trimPath(url.pathname) && trimPath(other.pathname) !== '';
}

function trimPath(path: string): string {
  return path.replace(/\/+$/, '');
}
