// Puts badges where they belong: first everything is read, then everything is written, so that layout is computed once.
import type { BadgeDensity } from '../badge-schema.ts';
import { type Box, boxOf, findSpot, findSpotBelow, isOverlapping, type Spot } from './find-spot.ts';
import { type Layer, type Origin, toSurface } from './layer.ts';
import { type ClipMemo, isCovered, isFreeInPage, readSurroundings } from './read-surroundings.ts';
import type { ShownBadge } from './shown-badge.ts';

export type PlaceOptions = {
  readonly layer: Layer;
  readonly density: BadgeDensity;
  /** All badges, so that none is put upon another. */
  readonly others: Iterable<ShownBadge>;
};

type Placed = { readonly badge: ShownBadge; readonly spot: Spot | null };

export function placeBadges(badges: readonly ShownBadge[], { layer, density, others }: PlaceOptions): void {
  measure(badges);
  const memo: ClipMemo = new Map();
  const origin = layer.readOrigin();
  const moving = new Set(badges);
  const taken = [...others].flatMap((other) => (moving.has(other) || other.box === null ? [] : [other.box]));
  const placed = badges.map((badge): Placed => {
    const spot = readSpot({ badge, layer, density, memo, taken });
    badge.box = spot === null ? null : boxOf(spot, sizesOf(badge));
    if (badge.box !== null) taken.push(badge.box);
    return { badge, spot };
  });
  for (const { badge, spot } of placed) write(badge, { spot, origin });
}

type SpotParts = {
  readonly badge: ShownBadge;
  readonly layer: Layer;
  readonly density: BadgeDensity;
  readonly memo: ClipMemo;
  readonly taken: readonly Box[];
};

function readSpot({ badge, layer: { host }, density, memo, taken }: SpotParts): Spot | null {
  const { anchor } = badge.link;
  const found = anchor.isConnected ? readSurroundings(anchor, memo) : null;
  badge.line = found?.line ?? null;
  if (found === null) return null;
  badge.isApart = found.isApart;
  badge.isOnDark = found.isOnDark;
  badge.isRightToLeft = found.isRightToLeft;
  if (density === 'hover' && !badge.isWanted) return null;
  if (isCovered({ line: found.line, anchor, host })) return null;
  const question = {
    ...found,
    ...sizesOf(badge),
    isFree: (box: Box) => !taken.some((other) => isOverlapping(other, box)) && isFreeInPage(box, { anchor, host }),
  };
  return findSpot(question) ?? (badge.isWanted ? findSpotBelow(question) : null);
}

function write(badge: ShownBadge, { spot, origin }: { spot: Spot | null; origin: Origin }): void {
  const { element } = badge;
  element.classList.toggle('placed', spot !== null);
  element.classList.toggle('dark', badge.isOnDark);
  element.classList.toggle('light', !badge.isOnDark);
  if (spot === null) return;
  element.classList.toggle('narrow', spot.isNarrow);
  const { x, y } = toSurface(spot, origin);
  element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** Sizes change with the number alone; both forms of all new badges are read with two computations of layout. */
function measure(badges: readonly ShownBadge[]): void {
  const fresh = badges.filter(({ wide }) => wide === null);
  if (fresh.length === 0) return;
  for (const { element } of fresh) element.classList.add('narrow');
  for (const badge of fresh) badge.narrow = sizeOf(badge.element);
  for (const { element } of fresh) element.classList.remove('narrow');
  for (const badge of fresh) badge.wide = sizeOf(badge.element);
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight });

const NO_SIZE = { width: 0, height: 0 };
const sizesOf = ({ wide, narrow }: ShownBadge) => ({ wide: wide ?? NO_SIZE, narrow: narrow ?? NO_SIZE });

/** Takes away, at once, what should not be seen until it is placed anew. */
export function hideBadge(badge: ShownBadge): void {
  badge.box = null;
  badge.element.classList.remove('placed');
}
