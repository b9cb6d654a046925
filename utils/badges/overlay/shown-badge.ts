// One badge of the overlay: its link, its story, its element, and what is known of its place.
import type { StoryLink } from '../../links/story-link.ts';
import type { BadgeStory } from '../badge-schema.ts';
import type { Box } from './find-spot.ts';
import type { Origin } from './layer.ts';

export type ShownBadge = {
  /** Another of the same story, once its page has drawn that in the place of the one before. */
  link: StoryLink;
  readonly element: HTMLButtonElement;
  story: BadgeStory;
  /** In the window's coordinates at the time of placing; null where there is no place. */
  box: Box | null;
  /** Of the headline's last line, at the same time. */
  line: Box | null;
  /** Of the link on the layer's surface, at the same time: while it is still the same, so is the badge's place. */
  seat: Box | null;
  /** Of the layer's surface, at the same time. */
  origin: Origin;
  /** It was in the window at that time: outside of it the browser does not tell whether a place is free. */
  isChecked: boolean;
  isApart: boolean;
  /** Its headline stands in something that lies over the layer's own place among the page's content. */
  isInFront: boolean;
  isOnDark: boolean;
  isRightToLeft: boolean;
  /** It has no place because something covers its headline. */
  isCovered: boolean;
  /** Something has come to where it stood, and it has no other place: what came may go, as menus do. */
  isOusted: boolean;
  /** By its style, at the time of placing: pages show and hide parts that stay where they are. */
  isVisible: boolean;
  /** Of the page's text, at the same time: it tells of a change between light and dark. */
  pageColor: string;
  /** In the window, by the last word of the observer; null until it has said so of another link. */
  isInView: boolean | null;
  /** Shown in spite of having no free place, because its link is pointed at or the keyboard is on it. */
  isWanted: boolean;
  /** Where in the window the pointer came to its link; null for the keyboard. */
  pointerX: number | null;
};

export function createShownBadge(link: StoryLink, story: BadgeStory, element: HTMLButtonElement): ShownBadge {
  return {
    link,
    story,
    element,
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

/** Says whether there is something to place anew; a badge that the keyboard is on stays wanted. */
export function stopWanting(badge: ShownBadge): boolean {
  if (!badge.isWanted || badge.element.matches(':focus')) return false;
  badge.isWanted = false;
  badge.seat = null; // its link has not moved, and yet its place is another
  return true;
}
