// Builds and updates the element of one badge: a button with the number of reports and the spread as a small bar.
//
// Colour never carries meaning alone: the bar follows the scale, a notch marks its middle, and the name states everything.
import { SIDES } from '../../../engine/bias-scale.ts';
import type { BadgeStory } from '../badge-schema.ts';
import type { Size } from './find-spot.ts';

export type BadgeWords = {
  /** "16 reports of this story", and the blindspot if there is one. */
  readonly name: (story: BadgeStory) => string;
  /** The visible text beside a link: "16". */
  readonly number: (amount: number) => string;
  /** The visible text beside the open article's headline, where there is more room: "16 reports". */
  readonly reports: (amount: number) => string;
};

export type BadgeParts = {
  readonly story: BadgeStory;
  readonly headline: string;
  /** True for the badge of the open article. */
  readonly isOfPage: boolean;
  readonly words: BadgeWords;
};

export function createBadge(): HTMLButtonElement {
  const badge = document.createElement('button');
  badge.type = 'button';
  badge.className = 'badge';
  badge.setAttribute('aria-haspopup', 'dialog');
  badge.setAttribute('aria-expanded', 'false');
  return badge;
}

export function drawBadge(badge: HTMLElement, { story, headline, isOfPage, words }: BadgeParts): void {
  badge.setAttribute('aria-label', words.name(story));
  // As a description, not in the name: whoever comes from the link has just heard the headline.
  badge.setAttribute('aria-description', headline);
  const pill = part('badge-pill');
  const count = part('badge-count');
  count.textContent = isOfPage ? words.reports(story.reports) : words.number(story.reports);
  pill.append(drawBar(story), count);
  if (story.blindspot !== null) pill.append(part(`badge-half missing-${story.blindspot}`));
  badge.replaceChildren(pill);
  // Tab reaches a link's badge right after the link, handled by script wherever the badge is in the document.
  badge.tabIndex = isOfPage ? 0 : -1;
  // readSizes expects the wide form.
  badge.classList.remove('narrow');
}

export type BadgeSizes = { readonly wide: Size; readonly narrow: Size };

/** Lengths from badge.css in pixels: the narrow form's padding and border, its blindspot mark with the gap, a finger's target. */
const NARROW = { edges: 10, mark: 13, least: 24 };

/** Sizes of a badge in its wide form. Switching to the narrow one to measure it would force another layout. */
export function readSizes(badge: HTMLElement): BadgeSizes {
  const { offsetWidth: width, offsetHeight: height } = badge;
  const count = badge.querySelector<HTMLElement>('.badge-count')?.offsetWidth ?? 0;
  const hasMark = badge.querySelector('.badge-half') !== null;
  return { wide: { width, height }, narrow: { width: narrowWidth(count, { hasMark }), height } };
}

/** `hasMark`: it has the mark of a blindspot. */
export function narrowWidth(countWidth: number, { hasMark }: { readonly hasMark: boolean }): number {
  return Math.max(NARROW.least, countWidth + (hasMark ? NARROW.mark : 0) + NARROW.edges);
}

function drawBar(story: BadgeStory): HTMLElement {
  const bar = part('badge-spread');
  const rated = story.left + story.center + story.right;
  if (rated > 0) {
    const scale = part('badge-scale');
    scale.style.flexGrow = String(rated);
    for (const side of SIDES) if (story[side] > 0) scale.append(segment(side, story[side]));
    const middle = part('badge-notch');
    middle.style.left = `${((story.left + story.center / 2) * 100) / rated}%`;
    scale.append(middle);
    bar.append(scale);
  }
  if (story.unrated > 0) bar.append(segment('unrated', story.unrated));
  return bar;
}

function segment(kind: string, outlets: number): HTMLElement {
  const element = part(`badge-part ${kind}`);
  element.style.flexGrow = String(outlets);
  return element;
}

function part(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
