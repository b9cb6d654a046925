// Draws badges over a page and makes them usable: places them, keeps them in place, and opens and closes the one card.
import { holds } from '../../links/link-dom.ts';
import type { StoryLink } from '../../links/story-link.ts';
import type { BadgeStory } from '../badge-schema.ts';
import { type BadgeWords, createBadge, drawBadge } from './badge-element.ts';
import { createCardControl } from './card-control.ts';
import { findSeenEnd } from './find-seen-end.ts';
import { isCovered, isOnTop } from './is-free-in-page.ts';
import { openLayer } from './layer.ts';
import type { BadgeOverlay, OverlayOptions } from './overlay-port.ts';
import { hasChanged, hideBadge, placeBadges, type SizeMemo } from './place-badges.ts';
import { readWindowSize } from './read-window-size.ts';
import { createShownBadge, type ShownBadge, stopWanting } from './shown-badge.ts';
import { watchMoves } from './watch-moves.ts';
import { watchPointedLinks } from './watch-pointed-links.ts';
import { watchRest } from './watch-rest.ts';

/** Half of the 8 ms for which a page may be blocked: the last badge of a slice may take longer than the ones before. */
const SLICE_MS = 4;
/** Badges placed in the first slice, when the code runs for the first time, and at most in any slice. */
const SLICE_BADGES = { first: 3, most: 12 };
/** While the page scrolls, how often badges are checked for being under a header. */
const COVER_CHECK_MS = 80;
/** Fixed headers and bars are no higher than this. */
const EDGE_PX = 240;
/**
 * Live pages redraw their lists: how long a badge waits for its link to return, longer if the badge is in use. The new link is
 * found and badged after 50 ms; on a very busy machine after 350 ms, so that unused badges blink.
 */
const REDRAW_WAIT_MS = { used: 500, unused: 100 };

/** Supplied by the entry point: the overlay knows neither style sheets nor translations. */
export type OverlayLooks = {
  readonly css: readonly string[];
  readonly words: BadgeWords & { readonly region: string };
};

export function createBadgeOverlay({ line, density }: OverlayOptions, { css, words }: OverlayLooks): BadgeOverlay {
  const layer = openLayer(line.isAlive);
  for (const sheet of css) layer.adopt(sheet);
  layer.surface.setAttribute('role', 'region');
  layer.surface.setAttribute('aria-label', words.region);

  const badges = new Map<StoryLink, ShownBadge>();
  const sizes: SizeMemo = new Map();
  const waiting = new Set<ShownBadge>();
  /** Badges whose link was removed, but may be redrawn by the page. */
  const orphans = new Map<ShownBadge, ReturnType<typeof setTimeout>>();
  let sliceSize = SLICE_BADGES.first;
  let frame = 0;
  let checkedAt = 0;
  let isClosed = false;

  /** Outside the view nothing reports what the page moves, so a badge would stay where its link was. */
  const isOutOfUse = (badge: ShownBadge) => !badge.isInView && !badge.isWanted && badge !== control.openBadge();
  const placeSoon = (some: Iterable<ShownBadge>) => {
    for (const badge of some) {
      if (!isOutOfUse(badge)) waiting.add(badge);
      else if (waiting.delete(badge) || badge.box !== null) hideBadge(badge);
    }
    if (waiting.size > 0 && frame === 0 && !isClosed) frame = requestAnimationFrame(placeWaiting);
  };
  const placeWaiting = () => {
    frame = 0;
    const startedAt = performance.now();
    const slice = [...waiting].slice(0, sliceSize);
    for (const badge of slice) waiting.delete(badge);
    const window = readWindowSize();
    placeBadges(slice, { layer, density, others: badges.values(), waiting, sizes });
    for (const badge of slice) moves.arm(badge, window);
    const eachMs = (performance.now() - startedAt) / Math.max(1, slice.length);
    sliceSize = Math.max(1, Math.min(SLICE_BADGES.most, Math.floor(SLICE_MS / eachMs)));
    const open = control.openBadge();
    if (open !== null && slice.includes(open)) control.placeCard();
    placeSoon([]);
  };

  const placeNow = (some: Iterable<ShownBadge>) => {
    for (const badge of some) waiting.add(badge);
    cancelAnimationFrame(frame);
    placeWaiting();
  };

  const onScroll = (target: EventTarget | null) => {
    // Rows of cards that are scrolled by script do not have scrolling styles.
    const isIn = (anchor: Element) => target instanceof Element && holds(target, anchor);
    for (const badge of badges.values())
      if ((badge.isApart || isIn(badge.link.anchor)) && badge !== control.openBadge()) hideBadge(badge);
    const at = performance.now();
    if (at - checkedAt < COVER_CHECK_MS) return;
    checkedAt = at;
    requestAnimationFrame(hideCovered);
  };
  /** Only checks near the window's edges, where pages put fixed elements. */
  const hideCovered = () => {
    const shown = [...badges.values()].filter((badge) => badge.isInView && badge.box !== null);
    const read = shown.flatMap((badge) => {
      const box = badge.element.getBoundingClientRect();
      if (box.top > EDGE_PX && box.bottom < innerHeight - EDGE_PX) return [];
      const line = { ...box.toJSON(), right: box.left, left: box.left - 2 };
      return isCovered({ line, anchor: badge.link.anchor, host: layer.host }) ? [badge] : [];
    });
    for (const badge of read) if (badge !== control.openBadge()) hideBadge(badge);
  };

  const moves = watchMoves({
    onEntered: placeNow,
    onGone: placeSoon,
    onMoved: placeSoon,
    onRestless: hideBadge,
    onScroll,
  });
  const rest = watchRest(() => placeSoon([...badges.values()].filter((badge) => hasChanged(badge, layer))));
  const control = createCardControl({ layer, line, badges: () => badges.values(), placeSoon });
  const pointed = watchPointedLinks({
    badges: () => badges.values(),
    isAlive: line.isAlive,
    onDead: close,
    onPointed: (badge, pointerX) => {
      control.prepare(badge);
      if (badge.box !== null && isOnTop(badge.element, layer.host)) return;
      badge.isWanted = true;
      badge.pointerX = pointerX;
      placeSoon([badge]);
    },
    onLeft: (badge) => {
      if (badge !== control.openBadge() && stopWanting(badge)) placeSoon([badge]);
    },
  });

  const drop = (badge: ShownBadge) => {
    orphans.delete(badge);
    control.remove(badge);
    waiting.delete(badge);
    badge.element.remove();
  };
  /** Finds a waiting badge of the same story. The address may carry a referrer and the headline may be edited, but not both. */
  const takeOrphan = (link: StoryLink, story: BadgeStory): ShownBadge | undefined => {
    const isOf = (badge: ShownBadge) =>
      badge.story.storyId === story.storyId && (badge.link.address === link.address || badge.link.text === link.text);
    const found = [...orphans.keys()].find(isOf);
    if (found === undefined) return undefined;
    clearTimeout(orphans.get(found));
    orphans.delete(found);
    return found;
  };
  const addBadge = (link: StoryLink, story: BadgeStory): ShownBadge => {
    const badge = createShownBadge({ link, story, element: createBadge() });
    layer.surface.append(badge.element);
    control.add(badge);
    return badge;
  };

  function close(): void {
    isClosed = true;
    cancelAnimationFrame(frame);
    control.close();
    pointed.close();
    rest.close();
    moves.close();
    layer.close();
    badges.clear();
  }

  return {
    show(found) {
      if (isClosed) return;
      for (const { link, story } of found) {
        const known = badges.get(link);
        const badge = known ?? takeOrphan(link, story) ?? addBadge(link, story);
        badge.story = story;
        badge.seat = null;
        drawBadge(badge.element, { story, headline: link.text, isOfPage: link.link === null, words });
        if (known !== undefined) placeSoon([badge]);
        else {
          badge.link = { ...link, anchor: findSeenEnd(link) };
          badges.set(link, badge);
          moves.add(badge);
        }
      }
    },
    remove(links) {
      for (const link of links) {
        const badge = badges.get(link);
        if (badge === undefined) continue;
        moves.remove(badge);
        waiting.delete(badge);
        badges.delete(link);
        const isUsed = badge === control.openBadge() || badge.element.matches(':focus');
        orphans.set(
          badge,
          setTimeout(() => drop(badge), isUsed ? REDRAW_WAIT_MS.used : REDRAW_WAIT_MS.unused),
        );
      }
    },
    close,
  };
}
