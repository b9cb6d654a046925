// Tells for any element whether it stands in page furniture (menus, footers, comments, consent, newsletters), with a memory.
import { attributeOf, findFirst, parentOf, tagOf } from './dom.ts';

const FURNITURE_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'dialog',
  'noscript',
  'template',
  'button',
  'select',
  'menu',
]);
const FURNITURE_ROLES = new Set([
  'navigation',
  'contentinfo',
  'complementary',
  'dialog',
  'alertdialog',
  'banner',
  'search',
]);
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:comments?|commento|disqus|kommentare?|cookies?|consent|gdpr|cmp|newsletter|subscribe|subscription|signup|paywall|piano|related|recommend(?:ed|ations?)?|promo|sponsored|sidebar|side-?bar|footer|menu|navigation|breadcrumbs?|share|sharing|social|toolbar|modal|popup|overlay|banner|advert(?:isement)?|ads?|ad-slot|outbrain|taboola|tags|author-bio|bio|copyright|disclaimer|teaser|trending|most-read|mostread|popular|skip-link|sr-only|visually-hidden|screen-reader-text)(?:$|[\s_-])/i;
const DEPTH_MAX = 400;

export type Region = 'content' | 'furniture';
export type RegionFinder = (element: Element | null) => Region;

export function createRegionFinder(): RegionFinder {
  const known = new Map<Element, Region>();
  return (element) => {
    const path: Element[] = [];
    let region: Region = 'content';
    for (let at = element; at !== null && path.length < DEPTH_MAX; at = parentOf(at)) {
      const remembered = known.get(at);
      if (remembered !== undefined) {
        region = remembered;
        break;
      }
      path.push(at);
    }
    for (const at of path.reverse()) {
      if (region === 'content' && isFurniture(at)) region = 'furniture';
      known.set(at, region);
    }
    return region;
  };
}

function isFurniture(element: Element): boolean {
  const tag = tagOf(element);
  if (FURNITURE_TAGS.has(tag)) return true;
  if (tag === 'html' || tag === 'body' || tag === 'main' || tag === 'article') return false;
  if (FURNITURE_ROLES.has(attributeOf(element, 'role'))) return true;
  if (attributeOf(element, 'hidden') !== '') return true;
  const name = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`.slice(0, 300);
  // Themes name whole layouts "has-sidebar" or "social-open": what holds the headline is no furniture.
  return name.length > 1 && FURNITURE_NAME.test(name) && findFirst(element, 'h1,article,main') === null;
}
