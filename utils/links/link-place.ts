// Whether an element is where story links are: not in menus, footers, comments, forms or editable parts, and in hidden parts only
// once they are shown.
import { attributeOf, closestOf, findFirst, isTypedInto, tagOf } from '../page/dom.ts';
import { parentAcross } from './link-dom.ts';

export type Place = 'content' | 'apart' | 'hidden';
export type PlaceFinder = (element: Element | null) => Place;

const APART_TAGS = new Set(
  'nav footer dialog noscript template button select menu textarea form label figcaption address'.split(' '),
);
/** Page-wide elements whose names (`has-menu`, `comments-open`) describe something inside them. */
const WHOLE_TAGS = new Set('html body main article'.split(' '));
const APART_ROLES = new Set(
  'navigation contentinfo dialog alertdialog banner search menu menubar tablist toolbar textbox'.split(' '),
);
/** Words in class names and ids; a set, because a pattern would have to be compiled on every page. */
const APART_NAMES = new Set(
  'comment comments commentlist commento disqus kommentar kommentare comentarios commentaires cookie cookies consent gdpr newsletter menu megamenu navigation nav navbar subnav breadcrumb breadcrumbs footer byline tags taglist pagination pager share sharing social'.split(
    ' ',
  ),
);
const BETWEEN_NAMES = /[\s_-]+/;
const NAME_MAX = 300;
const ID_MAX = 24;
const DEPTH_MAX = 400;

/** Caches its results, so create one per scan: pages move elements. */
export function createPlaceFinder(): PlaceFinder {
  const known = new Map<Element, Place>();
  const names = new Map<string, boolean>();
  const isApartName = (name: string): boolean => {
    let isApart = names.get(name);
    if (isApart === undefined) {
      isApart = hasApartWord(name);
      names.set(name, isApart);
    }
    return isApart;
  };
  return (element) => {
    const path: Element[] = [];
    let place: Place = 'content';
    for (let at = element; at !== null && path.length < DEPTH_MAX; at = parentAcross(at)) {
      const remembered = known.get(at);
      if (remembered !== undefined) {
        place = remembered;
        break;
      }
      path.push(at);
    }
    for (let i = path.length - 1; i >= 0; i--) {
      const at = path[i];
      if (at === undefined) break;
      if (place !== 'apart' && isApart(at, isApartName)) place = 'apart';
      else if (place === 'content' && isHidden(at)) place = 'hidden';
      known.set(at, place);
    }
    return place;
  };
}

function isApart(element: Element, isApartName: (name: string) => boolean): boolean {
  const tag = tagOf(element);
  if (APART_TAGS.has(tag)) return tag !== 'form' || !holdsPage(element);
  if (isTypedInto(element)) return true;
  if (WHOLE_TAGS.has(tag)) return false;
  const role = attributeOf(element, 'role');
  if (role !== '' && APART_ROLES.has(role)) return true;
  // Social networks mark posts as articles, and comments as articles inside them.
  if (role === 'article' && isWithinArticleRole(element)) return true;
  if (tag === 'header' && isSiteHeader(element)) return true;
  const id = attributeOf(element, 'id');
  const name = attributeOf(element, 'class').slice(0, NAME_MAX);
  // Long ids are generated from the words of a heading.
  if (!(name !== '' && isApartName(name)) && !(id !== '' && id.length <= ID_MAX && isApartName(id))) return false;
  return !holdsPage(element);
}

function hasApartWord(name: string): boolean {
  const words = name.toLowerCase().split(BETWEEN_NAMES);
  return words.some((word) => APART_NAMES.has(word));
}

/** Some sites put the whole page into one form, or name a wrapper after something that slides in beside it. */
function holdsPage(element: Element): boolean {
  return findFirst(element, 'main,article,h1,h2 a,a h2') !== null;
}

/** As declared by the page, whether visible or not. */
function isHidden(element: Element): boolean {
  return Element.prototype.hasAttribute.call(element, 'hidden') || attributeOf(element, 'aria-hidden') === 'true';
}

function isWithinArticleRole(element: Element): boolean {
  const parent = parentAcross(element);
  return parent !== null && closestOf(parent, '[role="article"]') !== null;
}

/** Headers of articles and sections contain headlines; the site's contains its menu or search. */
function isSiteHeader(header: Element): boolean {
  if (closestOf(header, 'article,main,section,li') !== null) return false;
  return findFirst(header, 'nav,form,[role="navigation"],[role="search"],input') !== null;
}
