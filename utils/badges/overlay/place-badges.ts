// Places badges: first everything is read, then everything is written, so that layout is computed only once.
import { isInPage } from '../../links/link-dom.ts';
import { bodyOf, rectOf, rootOf } from '../../page/dom.ts';
import type { BadgeDensity } from '../badge-schema.ts';
import { type BadgeSizes, readSizes } from './badge-element.ts';
import { type Box, boxOf, findSpot, findSpotBelow, isOverlapping, type Spot } from './find-spot.ts';
import { isCovered, isFreeInPage, levelOfGlass } from './is-free-in-page.ts';
import { IN_FRONT, LAYER_LEVEL, type Layer, type Origin, shift, shiftBetween, toSurface } from './layer.ts';
import type { ClipMemo } from './read-clip.ts';
import { readSurroundings } from './read-surroundings.ts';
import type { ShownBadge } from './shown-badge.ts';

export type PlaceOptions = {
  readonly layer: Layer;
  readonly density: BadgeDensity;
  /** All badges, so that none is placed on another. */
  readonly others: Iterable<ShownBadge>;
  /** Those of them that are placed next: if their link has moved, they occupy no space. */
  readonly waiting: ReadonlySet<ShownBadge>;
  readonly sizes: SizeMemo;
};

/** By kind of badge, under the layer's styles. */
export type SizeMemo = Map<string, BadgeSizes>;

/** In pixels; text of 11 px needs 14. */
const PILL_MIN = 14;
const PILL_MAX = 20;

type Placed = { readonly badge: ShownBadge; readonly spot: Spot | null };

export function placeBadges(
  badges: readonly ShownBadge[],
  { layer, density, others, waiting, sizes }: PlaceOptions,
): void {
  const origin = layer.readOrigin();
  const moved = badges.filter((badge) => hasMoved(badge, { layer, origin }));
  if (moved.length === 0) return;
  const memo: ClipMemo = new Map();
  const moving = new Set(moved);
  const isLeaving = (other: ShownBadge) => moving.has(other) || (waiting.has(other) && hasLeftSeat(other, origin));
  const taken = [...others].flatMap((other) =>
    other.box === null || isLeaving(other) ? [] : [shift(other.box, shiftBetween(other.origin, origin))],
  );
  const placed = moved.map((badge): Placed => {
    const spot = readSpot({ badge, layer, density, memo, taken, sizes });
    badge.box = spot === null ? null : boxOf(spot, sizesOf(badge, sizes));
    badge.origin = origin;
    badge.isChecked = badge.box === null || (badge.box.bottom > 0 && badge.box.top < innerHeight);
    if (badge.box !== null) {
      taken.push(badge.box);
      badge.isOusted = false;
    }
    return { badge, spot };
  });
  for (const { badge, spot } of placed) write(badge, { spot, origin });
}

/** After scrolling, most badges are still right: then it is enough to check whether they are covered. */
function hasMoved(badge: ShownBadge, { layer, origin }: { layer: Layer; origin: Origin }): boolean {
  const { left, top, right, bottom } = rectOf(badge.link.anchor);
  const before = badge.seat;
  const [dx, dy] = [origin.left, origin.top];
  badge.seat = { left: left - dx, top: top - dy, right: right - dx, bottom: bottom - dy };
  if (badge.box === null || before === null || !badge.isChecked || !isSame(before, badge.seat)) return true;
  if (badge.isApart || badge.isWanted || hasOtherLook(badge)) return true;
  // Badges are compared with each other in window coordinates.
  const by = shiftBetween(badge.origin, origin);
  badge.box = shift(badge.box, by);
  badge.line = badge.line && shift(badge.line, by);
  badge.origin = origin;
  return badge.line === null || isCovered({ line: badge.line, anchor: badge.link.anchor, host: layer.host });
}

function isSame(a: Box, b: Box): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) < 0.5;
  return isNear(a.left, b.left) && isNear(a.top, b.top) && isNear(a.right, b.right) && isNear(a.bottom, b.bottom);
}

type SpotParts = {
  readonly badge: ShownBadge;
  readonly layer: Layer;
  readonly density: BadgeDensity;
  readonly memo: ClipMemo;
  readonly taken: readonly Box[];
  readonly sizes: SizeMemo;
};

function readSpot({ badge, layer: { host }, density, memo, taken, sizes }: SpotParts): Spot | null {
  const { anchor } = badge.link;
  badge.isVisible = isVisible(anchor);
  badge.pageColor = readPageColor();
  const found = isInPage(anchor) ? readSurroundings(anchor, memo) : null;
  badge.line = found?.line ?? null;
  badge.isCovered = false;
  if (found === null) return null;
  badge.isApart = found.isApart;
  badge.isOnDark = found.isOnDark;
  badge.isRightToLeft = found.isRightToLeft;
  if ((density === 'hover' || found.isWaiting) && !badge.isWanted) return null;
  badge.isCovered = isCovered({ line: found.line, anchor, host });
  if (badge.isCovered) return null;
  const question = {
    ...found,
    ...sizesOf(badge, sizes),
    isFree: (box: Box, where: 'beside' | 'below') =>
      !taken.some((other) => isOverlapping(other, box)) && isFreeInPage(box, { anchor, host, where }),
  };
  const spot = findSpot(question) ?? (badge.isWanted ? findSpotBelow(question, badge.pointerX) : null);
  // A link that covers its whole card would cover the badge too.
  const level = found.level ?? (spot === null ? 0 : levelOfGlass(boxOf(spot, question), host));
  badge.isInFront = level > LAYER_LEVEL;
  return spot;
}

function write(badge: ShownBadge, { spot, origin }: { spot: Spot | null; origin: Origin }): void {
  const { element } = badge;
  element.classList.toggle('dark', badge.isOnDark);
  element.classList.toggle('light', !badge.isOnDark);
  if (spot === null) {
    putAway(element);
    return;
  }
  element.classList.add('placed');
  element.classList.toggle('narrow', spot.isNarrow);
  element.toggleAttribute(IN_FRONT, badge.isInFront);
  const { x, y } = toSurface(spot, origin);
  element.style.setProperty('--pill', `${pillHeight(badge)}px`);
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** No higher than its line, so that it does not reach into the line above; the click target stays 24 px high. */
function pillHeight({ line }: ShownBadge): number {
  const height = line === null ? PILL_MAX : Math.floor(line.bottom - line.top);
  return Math.max(PILL_MIN, Math.min(PILL_MAX, height));
}

/** Digits are equally wide, so that badges with the same number of digits are too: each kind is measured once. */
function sizesOf({ element, story }: ShownBadge, memo: SizeMemo): BadgeSizes {
  const kind = `${element.textContent?.length} ${story.blindspot !== null}`;
  const sizes = memo.get(kind) ?? readSizes(element);
  memo.set(kind, sizes);
  return sizes;
}

/** Whether it is hidden neither by `visibility` nor by `opacity`, its own or an ancestor's. */
const isVisible = (anchor: Element): boolean =>
  Element.prototype.checkVisibility.call(anchor, {
    contentVisibilityAuto: true,
    opacityProperty: true,
    visibilityProperty: true,
  });

/** Whether the page has shown or hidden the headline in place, or has switched between light and dark. */
const hasOtherLook = ({ link, isVisible: wasVisible, pageColor }: ShownBadge): boolean =>
  isVisible(link.anchor) !== wasVisible || readPageColor() !== pageColor;

/** The colour of the page's text; a link's own colour may change while it is pointed at. */
function readPageColor(): string {
  const page = bodyOf(document) ?? rootOf(document);
  return page === null ? '' : getComputedStyle(page).color;
}

/**
 * Whether the badge must be placed again: its link has moved or looks different, or something covers or uncovers its headline or
 * the badge's own place.
 */
export function hasChanged(badge: ShownBadge, { host, readOrigin }: Layer): boolean {
  const { line, origin, link, isInView, isWanted, box } = badge;
  if (!isInView) return false;
  if (hasOtherLook(badge)) return true;
  if (line === null || (box === null && !badge.isCovered && !badge.isOusted)) return false;
  const now = readOrigin();
  if (hasLeftSeat(badge, now)) return true;
  const anchor = link.anchor;
  const by = shiftBetween(origin, now);
  if (isCovered({ line: shift(line, by), anchor, host }) !== badge.isCovered) return true;
  if (box === null || isWanted) return badge.isOusted;
  const where = box.top > line.bottom ? 'below' : 'beside';
  if (isFreeInPage(shift(box, by), { anchor, host, where })) return false;
  badge.isOusted = true;
  badge.seat = null; // its link has not moved, yet it needs another place
  return true;
}

/** Whether the link has moved since it was placed. Scrolling the page moves both. */
function hasLeftSeat({ seat, link }: ShownBadge, origin: Origin): boolean {
  return seat !== null && !isSame(shift(seat, origin), rectOf(link.anchor));
}

/** Hides, at once, a badge that should not be seen until it is placed again. */
export function hideBadge(badge: ShownBadge): void {
  badge.box = null;
  badge.seat = null;
  putAway(badge.element);
}

/** Moved to the origin, where it cannot extend the page; one with an open card stays in place, unseen, as its anchor. */
function putAway(element: HTMLElement): void {
  element.classList.remove('placed');
  if (element.ariaExpanded === 'false') element.style.transform = '';
}
