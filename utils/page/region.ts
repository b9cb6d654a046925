// Decides for any element whether it is in the page's content or its furniture: menus, footers, comments, requests for
// consent, newsletters, hidden parts and whatever the user types into. Remembers its answers.
import {
  attributeOf,
  closestOf,
  findAll,
  findByTag,
  findFirst,
  isTypedInto,
  matchesOf,
  parentOf,
  tagOf,
} from './dom.ts';

const FURNITURE_TAGS = new Set('nav footer aside dialog noscript template button select menu'.split(' '));
const FURNITURE_ROLES = new Set('navigation contentinfo complementary dialog alertdialog banner search'.split(' '));
/** Furniture however much text it holds, unless the heading or the article is inside. */
const APART_NAME =
  /(?:^|[\s_-])(?:comments?|comment-?list|commento|disqus\w*|kommentare?|cookies?|consent|gdpr|onetrust[\w-]*|newsletter|modal|popup|lightbox|sr-only|visually-hidden|screen-reader-text)(?:$|[\s_-])/i;
/** Posts that others wrote elsewhere, as networks and WordPress embed them, with words and a day of their own. */
export const EMBEDDED_POST = 'blockquote:is([class*=-embed],[class*=twitter-],[class*=-media],[class*=fb-])';
/**
 * Names of furniture that also name layouts of the whole page ("l-sidebar-fixed", "social-open"). They count only for
 * elements without the heading and with at most SMALL_SHARE of the page's paragraphs.
 */
const BESIDE_NAME =
  /(?:^|[\s_-])(?:subscribe|subscription|signup|paywall|piano|related|recommend(?:ed|ations?)?|promo|sponsored|side-?bar|footer|menu|navigation|breadcrumbs?|share|sharing|social|toolbar|overlay|banner|advert(?:isement)?|ads?|outbrain|taboola|tags|bio|copyright|disclaimer|teaser|captions?|trending|most-?read|popular|skip-link)(?:$|[\s_-])/i;
const SMALL_SHARE = 1 / 3;
/** In characters. Longer ids are made from the words of a heading and may contain any of these names. */
const ID_MAX = 24;
const DEPTH_MAX = 400;

export type Region = 'content' | 'furniture';
export type RegionFinder = (element: Element | null) => Region;

export function createRegionFinder(document: Document): RegionFinder {
  const allParagraphs = findByTag(document, 'p').length;
  const known = new Map<Element, Region>();
  const dialog = findArticleDialog(document);
  if (dialog !== null) known.set(dialog, 'content');
  return (element) => {
    const path: Element[] = [];
    let region: Region = dialog === null ? 'content' : 'furniture';
    for (let at = element; at !== null && path.length < DEPTH_MAX; at = parentOf(at)) {
      const remembered = known.get(at);
      if (remembered !== undefined) {
        region = remembered;
        break;
      }
      path.push(at);
    }
    for (const at of path.reverse()) {
      if (region === 'content' && isFurniture(at, allParagraphs)) region = 'furniture';
      known.set(at, region);
    }
    return region;
  };
}

/** A dialog with fewer paragraphs may be an offer to subscribe. */
const DIALOG_PARAGRAPHS_MIN = 3;

/**
 * The dialog in which some sites open an article over the page that linked to it. All outside of it is then furniture.
 */
function findArticleDialog(document: Document): Element | null {
  const headline = findFirst(document, 'dialog[open] article h1,[aria-modal="true"] article h1');
  const dialog = headline && closestOf(headline, 'dialog,[aria-modal]');
  return dialog && findAll(dialog, 'p').length >= DIALOG_PARAGRAPHS_MIN ? dialog : null;
}

function isFurniture(element: Element, allParagraphs: number): boolean {
  const tag = tagOf(element);
  if (FURNITURE_TAGS.has(tag) || isTypedInto(element)) return true;
  if (tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article') return false;
  if (isHidden(element)) return findFirst(element, 'h1,main') === null;
  if (FURNITURE_ROLES.has(attributeOf(element, 'role'))) return true;
  const id = attributeOf(element, 'id');
  const name = `${attributeOf(element, 'class').slice(0, 300)} ${id.length <= ID_MAX ? id : ''}`;
  if (name.length < 2 && tag !== 'form') return false;
  if (APART_NAME.test(name) || matchesOf(element, EMBEDDED_POST)) return findFirst(element, 'h1,article,main') === null;
  // Forms often hold an offer of newsletters, but some sites wrap the whole page in a form.
  if (tag !== 'form' && !BESIDE_NAME.test(name)) return false;
  if (findFirst(element, 'h1,main') !== null) return false;
  return findAll(element, 'p').length <= allParagraphs * SMALL_SHARE;
}

/**
 * Pages hide what they show later, such as the next article. `until-found` marks text that readers can search and
 * unfold.
 */
function isHidden(element: Element): boolean {
  const hidden = Element.prototype.getAttribute.call(element, 'hidden');
  return hidden !== null && hidden !== 'until-found';
}
