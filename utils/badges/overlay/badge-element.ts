// Builds and changes the element of one badge: a button with the number of reports and the spread as a small bar.
//
// Colour says nothing alone: the bar's order is the scale's, a notch marks the scale's middle, and the name says it all.
import type { BadgeStory } from '../badge-schema.ts';
import type { Size } from './find-spot.ts';

export type BadgeWords = {
  /** "16 reports of this story", with the blindspot where there is one. */
  readonly name: (story: BadgeStory) => string;
  /** What is seen beside a link: "16". */
  readonly number: (amount: number) => string;
  /** And beside the open article's headline, where there is room for a word: "16 reports". */
  readonly reports: (amount: number) => string;
};

export type BadgeParts = {
  readonly headline: string;
  /** The badge of the open article itself. */
  readonly isOfPage: boolean;
  readonly words: BadgeWords;
};

const SIDES = ['left', 'center', 'right'] as const;

export function createBadge(): HTMLButtonElement {
  const badge = document.createElement('button');
  badge.type = 'button';
  badge.className = 'badge';
  badge.setAttribute('aria-haspopup', 'dialog');
  badge.setAttribute('aria-expanded', 'false');
  return badge;
}

export function drawBadge(badge: HTMLElement, story: BadgeStory, { headline, isOfPage, words }: BadgeParts): void {
  badge.setAttribute('aria-label', words.name(story));
  // Not part of the name: who comes from the link has just heard it.
  badge.setAttribute('aria-description', headline);
  const pill = part('badge-pill');
  const count = part('badge-count');
  count.textContent = isOfPage ? words.reports(story.reports) : words.number(story.reports);
  pill.append(drawBar(story), count);
  if (story.blindspot !== null) pill.append(part(`badge-half missing-${story.blindspot}`));
  badge.replaceChildren(pill);
  // After a link Tab leads to its badge, wherever that is in the document.
  badge.tabIndex = isOfPage ? 0 : -1;
  // Sizes are read of the wide form.
  badge.classList.remove('narrow');
}

export type BadgeSizes = { readonly wide: Size; readonly narrow: Size };

/** Lengths of badge.css: the narrow form's padding and border, its mark for a blindspot with the gap to it, a finger's target. */
const NARROW = { edges: 10, mark: 13, least: 24 };

/** Of a badge in its wide form. Taking on the narrow one, to be measured, would have the browser compute another layout. */
export function readSizes(badge: HTMLElement): BadgeSizes {
  const { offsetWidth: width, offsetHeight: height } = badge;
  const count = badge.querySelector<HTMLElement>('.badge-count')?.offsetWidth ?? 0;
  const hasMark = badge.querySelector('.badge-half') !== null;
  return { wide: { width, height }, narrow: { width: narrowWidth(count, hasMark), height } };
}

export function narrowWidth(countWidth: number, hasMark: boolean): number {
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
