// Looks for marks that only certain kinds of page bear: a password field, a shop's buttons, a board's posts, a manual's frame.
import { countCards } from './cards.ts';
import { findAll, findFirst } from './dom.ts';
import type { RegionFinder } from './region.ts';
import type { Structure } from './structure.ts';

export type PageMarks = {
  readonly hasPassword: boolean;
  readonly hasCart: boolean;
  readonly hasPosts: boolean;
  readonly hasManual: boolean;
  /** Ways to sort, filter or page through a list. */
  readonly hasListControls: boolean;
  /** Like blocks in a row that each announce something else. */
  readonly cards: number;
  /** Elements that are named after prices. */
  readonly prices: number;
};

const CART =
  '[name="add-to-cart"],[class*="add-to-cart"],[class*="addtocart"],[class*="addToCart"],[id*="add-to-cart"],[itemprop="price"],[class*="add-to-bag"],form[action*="/cart/add"]';
const POSTS =
  '[itemtype*="DiscussionForumPosting"],[itemtype*="QAPage"],.message--post,.postbody,#topic-title,.topic-body,[id^="post_message_"],.post-message,.cPost,li.message,.message-list,#messageList,[class*="thread-post"],.forum-post';
const MANUAL =
  '[class*="theme-doc"],.rst-content,[class*="docSidebar"],[class*="docs-sidebar"],[id*="docs-sidebar"],.sphinxsidebar,.md-sidebar--primary,#mw-content-text,.sidebar-items-container,[class*="edit-this-page"],.devsite-article,nav[class*="toctree"],#sidebar .chapter';
const LIST_CONTROLS =
  'select[name*="sort" i],select[id*="sort" i],[class*="sort-by"],[class*="sortby"],[class*="facet"],[class*="filter-"],[class*="-filter"],[class*="product-grid"],[class*="search-results"],.pagination,[class*="load-more"],link[rel="next"]';
const PRICE = '[class*="price"],[class*="Price"]';

/** Each look goes over the whole document, so there is a pause between them. */
export function* readPageMarks(
  document: Document,
  { bodyWeight }: Structure,
  regionOf: RegionFinder,
): Generator<void, PageMarks> {
  const has = (selector: string) => findFirst(document, selector) !== null;
  const hasPassword = bodyWeight < 1_000 && has('input[type="password" i]');
  const hasPosts = has(POSTS);
  yield;
  const hasManual = has(MANUAL);
  yield;
  const hasCart = has(CART);
  yield;
  const hasListControls = has(LIST_CONTROLS);
  yield;
  const cards = countCards(document, regionOf);
  yield;
  return { hasPassword, hasPosts, hasManual, hasCart, hasListControls, cards, prices: findAll(document, PRICE).length };
}
