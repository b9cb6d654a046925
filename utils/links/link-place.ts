// Tells whether an element stands where story links are: not in menus, footers, comments, forms to type in, or hidden.
import { attributeOf, parentOf, tagOf } from '../page/dom.ts';

const APART_TAGS = new Set(
  'nav footer dialog noscript template button select menu textarea form label figcaption'.split(' '),
);
const APART_ROLES = new Set('navigation contentinfo dialog alertdialog banner search menu menubar textbox'.split(' '));
const APART_NAME =
  /(?:^|[\s_-])(?:comments?|comment-?list|commento|disqus\w*|kommentare?|cookies?|consent|gdpr|newsletter|menu|navigation|nav|navbar|breadcrumbs?|footer|byline|tags)(?:$|[\s_-])/i;
const DEPTH_MAX = 400;

export type PlaceFinder = (element: Element | null) => 'content' | 'apart';

export function createPlaceFinder(): PlaceFinder {
  const known = new WeakMap<Element, 'content' | 'apart'>();
  return (element) => {
    const path: Element[] = [];
    let place: 'content' | 'apart' = 'content';
    for (let at = element; at !== null && path.length < DEPTH_MAX; at = parentOf(at)) {
      const remembered = known.get(at);
      if (remembered !== undefined) {
        place = remembered;
        break;
      }
      path.push(at);
    }
    for (const at of path.reverse()) {
      if (place === 'content' && isApart(at)) place = 'apart';
      known.set(at, place);
    }
    return place;
  };
}

function isApart(element: Element): boolean {
  const tag = tagOf(element);
  if (APART_TAGS.has(tag)) return true;
  if (tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article') return false;
  if (APART_ROLES.has(attributeOf(element, 'role')) || attributeOf(element, 'aria-hidden') === 'true') return true;
  if (element.hasAttribute('hidden') || element.hasAttribute('contenteditable')) return true;
  return APART_NAME.test(attributeOf(element, 'class').slice(0, 300));
}
