// Applies the extension's own rule to labelled links, with their addresses made absolute as in a browser.

import { resolveTarget } from '../../utils/links/resolve-target.ts';
import { weighStoryLink } from '../../utils/links/weigh-story-link.ts';
import { type LabelledLink, type Part, partOf } from './read-links.ts';

export type DecidedLink = LabelledLink & { readonly part: Part; readonly points: number; readonly said: boolean };

/** Stands for the links' front pages, which the lists identify by a handle only. */
const FRONT = 'https://front.test/';

export function decideLinks(links: readonly LabelledLink[]): DecidedLink[] {
  return links.map((link) => {
    const text = link.text.replace(/\s+/g, ' ').trim();
    const points = weighStoryLink(toAddress(link.url), text);
    return { ...link, text, part: partOf(link), points, said: points > 0 };
  });
}

/** A fragment on the page itself is not a link elsewhere. */
function toAddress(url: string): string {
  if (url.startsWith('#') || resolveTarget(url, FRONT) === null) return '';
  return new URL(url, FRONT).href;
}
