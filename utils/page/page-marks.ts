// Looks for marks of other kinds of page: a password field, a shop's buttons, a forum's posts, a manual's layout.
import { countCards } from './cards.ts';
import { findFirst } from './dom.ts';
import type { ElementNames } from './element-names.ts';
import type { RegionFinder } from './region.ts';
import type { Structure } from './structure.ts';
import type { Thing } from './thing.ts';

export type PageMarks = {
  readonly hasPassword: boolean;
  readonly hasCart: boolean;
  readonly hasPosts: boolean;
  readonly hasManual: boolean;
  /** Controls to sort, filter or page through a list. */
  readonly hasListControls: boolean;
  /** Size of the largest set of similar blocks with a link each (cards.ts). */
  readonly cards: number;
  /** Number of elements whose class or id names a price. */
  readonly prices: number;
};

/** Marks that show in other attributes than class and id. */
const CART_FIELDS = '[name="add-to-cart"],[itemprop="price"],form[action*="/cart/add"]';
const SORT_FIELDS = 'select[name*="sort" i],select[id*="sort" i],link[rel="next"]';

const CART = /add-?to-?cart|addToCart|add-to-bag/;
const POSTS =
  /(?:^|\s)(?:message--post|postbody|topic-body|post-message|cPost|message-list|forum-post)(?:$|\s)|thread-post|#(?:topic-title|messageList|post_message_)/;
const MANUAL =
  /theme-doc|(?:^|\s)(?:rst-content|sphinxsidebar|md-sidebar--primary|sidebar-items-container|devsite-article)(?:$|\s)|docSidebar|docs-sidebar|edit-this-page|toctree|#mw-content-text/;
const LIST_CONTROLS = /sort-?by|facet|filter-|-filter|product-grid|search-results|(?:^|\s)pagination(?:$|\s)|load-more/;
const PRICE = /[pP]rice/;

type Seen = {
  readonly structure: Structure;
  readonly things: readonly Thing[];
  readonly regionOf: RegionFinder;
  readonly names: ElementNames;
};

/** Each look scans the whole document, so it yields between them. */
export function* readPageMarks(
  document: Document,
  { structure, things, regionOf, names }: Seen,
): Generator<void, PageMarks> {
  const hasPassword = structure.bodyWeight < 1_000 && findFirst(document, 'input[type="password" i]') !== null;
  const hasPosts =
    things.some(({ types }) => types.includes('discussionforumposting') || types.includes('qapage')) ||
    names.count(POSTS) > 0;
  yield;
  const hasManual = names.count(MANUAL) > 0;
  const hasCart = names.count(CART) > 0 || findFirst(document, CART_FIELDS) !== null;
  const hasListControls = names.count(LIST_CONTROLS) > 0 || findFirst(document, SORT_FIELDS) !== null;
  const prices = names.count(PRICE);
  yield;
  const cards = countCards(document, regionOf);
  yield;
  return { hasPassword, hasPosts, hasManual, hasCart, hasListControls, cards, prices };
}
