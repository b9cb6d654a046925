// Finds the links to articles below an element, one for each story card, in steps short enough for any page.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import { attributeOf, findAll, parentOf, textOf } from '../page/dom.ts';
import { collapse } from '../page/plain-text.ts';
import type { PlaceFinder } from './link-place.ts';
import type { SiteHints } from './site-hints.ts';
import type { StoryLink } from './story-link.ts';

const STEP_LINKS = 25;
const TEXT_MAX = 400;
const HEADLINE_MIN = 25;

export type FindOptions = {
  readonly pageUrl: string;
  readonly hints: SiteHints | null;
  readonly placeOf: PlaceFinder;
};

export function* findStoryLinks(root: Document | Element, options: FindOptions): Generator<void, StoryLink[]> {
  const found: StoryLink[] = [];
  const links = findAll(root, options.hints?.link ?? 'a[href]');
  const own = canonicalizeUrl(options.pageUrl);
  for (let index = 0; index < links.length; index++) {
    if (index % STEP_LINKS === STEP_LINKS - 1) yield;
    const link = links[index];
    if (!(link instanceof HTMLAnchorElement) || options.placeOf(parentOf(link)) === 'apart') continue;
    const text = collapse((textOf(link) ?? '').slice(0, TEXT_MAX * 2)).slice(0, TEXT_MAX);
    if (options.hints === null && text.length < HEADLINE_MIN) continue;
    const url = canonicalizeUrl(attributeOf(link, 'href'), options.pageUrl);
    if (url === null || url === own || found.at(-1)?.url === url) continue;
    found.push({ anchor: link, link, url, text });
  }
  return found;
}
