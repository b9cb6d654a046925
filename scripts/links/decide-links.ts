// Lets the extension's own rule decide for labelled links, with the address as a browser would have made it absolute.

import { resolveTarget } from '../../utils/links/resolve-target.ts';
import { weighStoryLink } from '../../utils/links/weigh-story-link.ts';
import { type LabelledLink, type Part, partOf } from './read-links.ts';

export type DecidedLink = LabelledLink & { readonly part: Part; readonly points: number; readonly said: boolean };

/** Stands for the front pages on which the links were: the lists name them only by a handle. */
const FRONT = 'https://front.test/';

export function decideLinks(links: readonly LabelledLink[]): DecidedLink[] {
  return links.map((link) => {
    const text = link.text.replace(/\s+/g, ' ').trim();
    const points = weighStoryLink(toAddress(link.url), text);
    return { ...link, text, part: partOf(link), points, said: points > 0 };
  });
}

/** A place on the page itself is no link away from it. */
function toAddress(url: string): string {
  if (url.startsWith('#') || resolveTarget(url, FRONT) === null) return '';
  return new URL(url, FRONT).href;
}
