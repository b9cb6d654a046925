// One badge of the overlay: its link, story and element, and the state of its placement.
import type { StoryLink } from '../../links/story-link.ts';
import type { BadgeStory } from '../badge-schema.ts';
import type { Box } from './find-spot.ts';
import type { Origin } from './layer.ts';

export type ShownBadge = {
  /** Replaced by another link of the same story when the page redraws it. */
  link: StoryLink;
  readonly element: HTMLButtonElement;
  story: BadgeStory;
  /** In window coordinates at the time of placing; null without a place. */
  box: Box | null;
  /** The box of the headline's last line, at the same time. */
  line: Box | null;
  /** The link's box on the layer's surface, at the same time: if it has not changed, neither has the badge's place. */
  seat: Box | null;
  /** The origin of the layer's surface, at the same time. */
  origin: Origin;
  /** It was inside the window at that time: outside, the browser cannot tell whether a place is free. */
  isChecked: boolean;
  isApart: boolean;
  /** Its headline is in content that is stacked above the layer's normal level. */
  isInFront: boolean;
  isOnDark: boolean;
  isRightToLeft: boolean;
  /** It has no place because something covers its headline. */
  isCovered: boolean;
  /** Something has covered its place, and it has no other. It is checked again, since menus and the like disappear. */
  isOusted: boolean;
  /** The headline's visibility at the time of placing: pages show and hide parts without moving them. */
  isVisible: boolean;
  /** The colour of the page's text at the same time: it reveals a change between light and dark. */
  pageColor: string;
  /** Whether it is in the window, as the observer last reported; null until it reports on a new link. */
  isInView: boolean | null;
  /** Shown even without a free place, because its link is pointed at or focused. */
  isWanted: boolean;
  /** Where the pointer entered the link, in window coordinates; null for the keyboard. */
  pointerX: number | null;
};

export function createShownBadge(parts: Pick<ShownBadge, 'link' | 'story' | 'element'>): ShownBadge {
  return {
    ...parts,
    box: null,
    line: null,
    seat: null,
    origin: { left: 0, top: 0, scale: 1 },
    isChecked: false,
    isApart: false,
    isInFront: false,
    isOnDark: false,
    isRightToLeft: false,
    isCovered: false,
    isOusted: false,
    isVisible: false,
    pageColor: '',
    isInView: false,
    isWanted: false,
    pointerX: null,
  };
}

/** Returns whether the badge must be placed again; a badge with the focus stays wanted. */
export function stopWanting(badge: ShownBadge): boolean {
  if (!badge.isWanted || badge.element.matches(':focus')) return false;
  badge.isWanted = false;
  badge.seat = null; // its link has not moved, yet it needs another place
  return true;
}
