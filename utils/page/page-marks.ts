// Looks for marks that only certain kinds of page bear: a password field, a shop's buttons, a board's posts, a manual's frame.
import { attributeOf, findAll, findFirst } from './dom.ts';
import type { Structure } from './structure.ts';

export type PageMarks = {
  readonly hasPassword: boolean;
  readonly hasCart: boolean;
  readonly hasPosts: boolean;
  readonly hasManual: boolean;
  readonly hasByline: boolean;
  readonly hasPlayer: boolean;
  /** <article> elements that are not inside another. */
  readonly articles: number;
  readonly generator: string;
  readonly hasPager: boolean;
  readonly codeBlocks: number;
  /** Elements that are named after prices. */
  readonly prices: number;
};

const CART =
  '[name="add-to-cart"],[class*="add-to-cart" i],[class*="addtocart" i],[id*="add-to-cart" i],[id*="addtocart" i],[itemprop="price"],[class*="add-to-bag" i],[data-action*="add-to-cart" i],form[action*="/cart/add"]';
const POSTS =
  '[itemtype*="DiscussionForumPosting"],[itemtype*="QAPage"],.message--post,.postbody,#topic-title,.topic-body,.crawler-post,[id^="post_message_"],.postcontainer,.post-message,.phpbb_post,.cPost,.ipsComment,.topic-owner-post,li.message,.message-list,#messageList,[class*="thread-post" i],.forum-post,.posts .post .post-content';
const MANUAL =
  '[class*="theme-doc"],.rst-content,[class*="docSidebar" i],[class*="docs-sidebar" i],[id*="docs-sidebar" i],.sphinxsidebar,.md-sidebar--primary,#mw-content-text,.sidebar-items-container,[class*="edit-this-page" i],.devsite-article,.gitbook-root,nav[class*="toctree" i],#sidebar .chapter,.mdbook';
const BYLINE =
  '[rel~="author"],[itemprop~="author"],[class*="byline" i],[class*="author-name" i],[class*="article-author" i],[class*="post-author" i],[class*="entry-author" i],.author,[data-testid*="byline" i],[class*="autor" i]';
const PLAYER = 'main video,article video,[itemtype*="VideoObject"],[class*="video-player" i]';
const PAGER = '[rel="next"],.pagination,[class*="pagination" i],[class*="pager" i]';

export function readPageMarks(document: Document, structure: Structure): PageMarks {
  const generator = findFirst(document, 'meta[name="generator" i]');
  return {
    hasPassword: findFirst(document, 'input[type="password" i]') !== null && structure.bodyWeight < 1_000,
    hasCart: findFirst(document, CART) !== null,
    hasPosts: findFirst(document, POSTS) !== null,
    hasManual: findFirst(document, MANUAL) !== null,
    hasByline: findFirst(document, BYLINE) !== null,
    hasPlayer: findFirst(document, PLAYER) !== null,
    articles: findAll(document, 'article:not(article article)').length,
    generator: generator === null ? '' : attributeOf(generator, 'content').slice(0, 100).toLowerCase(),
    hasPager: findFirst(document, PAGER) !== null,
    codeBlocks: findAll(document, 'pre').length,
    prices: findAll(document, '[class*="price" i]').length,
  };
}
