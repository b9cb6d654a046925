// Places the card beside its badge: never over the headline, inside the window, on whichever side has room.
import { computePosition, flip, type Middleware, offset, type Platform, platform, shift, size } from '@floating-ui/dom';
import type { Box } from './find-spot.ts';
import { type Layer, toSurface } from './layer.ts';
import { readWindowSize } from './read-window-size.ts';

const GAP = 6;
/** Pixels between the card and the window's edges. */
const EDGE = 8;
/** In pixels. A smaller card could not even show its head and bar; then it may be as high as the window. */
const HEIGHT_MIN = 120;

export type CardSurroundings = { readonly badge: Box; readonly headline: Box; readonly isRightToLeft: boolean };

export async function placeCard(
  card: HTMLElement,
  { layer, ...around }: CardSurroundings & { readonly layer: Layer },
): Promise<void> {
  card.style.maxHeight = '';
  const start = around.isRightToLeft ? 'end' : 'start';
  const origin = layer.readOrigin();
  const isBeside = isBesideBetter(card, around);
  const placed = await computePosition({ getBoundingClientRect: () => new DOMRect() }, card, {
    placement: isBeside ? 'right-start' : `bottom-${start}`,
    platform: windowPlatform(isBeside ? union(around.badge, around.headline) : above(around)),
    middleware: [
      offset(GAP),
      flip({
        padding: EDGE,
        crossAxis: false,
        fallbackPlacements: [isBeside ? 'left-start' : `top-${start}`],
        fallbackStrategy: 'bestFit',
      }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => {
          card.style.maxHeight = `${Math.max(HEIGHT_MIN, Math.floor(availableHeight / origin.scale))}px`;
        },
      }),
    ] satisfies Middleware[],
  });
  const { x, y } = toSurface({ left: placed.x, top: placed.y }, origin);
  card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

/** Whether the whole card fits beside the headline, but neither below nor above it. */
function isBesideBetter(card: HTMLElement, { badge, headline }: CardSurroundings): boolean {
  const { width, height } = sizeOf(card);
  const { left, top, right, bottom } = union(badge, headline);
  const window = readWindowSize();
  const isRoomy = (room: number, needed: number) => room >= needed + GAP + EDGE;
  if (isRoomy(Math.max(top, window.height - bottom), height)) return false;
  return isRoomy(Math.max(left, window.width - right), width);
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** As high as headline and badge together, but aligned with the badge, where the pointer is. */
function above({ badge, headline }: CardSurroundings): Box {
  const { top, bottom } = union(badge, headline);
  return { left: badge.left, right: badge.right, top, bottom };
}

/**
 * Positions in window coordinates, from boxes that have been read; the layer compensates for what the page does to its root
 * element.
 */
function windowPlatform({ left, top, right, bottom }: Box): Platform {
  const window = readWindowSize();
  return {
    ...platform,
    getElementRects: ({ floating }) => ({
      reference: { x: left, y: top, width: right - left, height: bottom - top },
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    }),
    getDimensions: sizeOf,
    getClippingRect: () => ({ x: 0, y: 0, ...window, top: 0, left: 0, right: window.width, bottom: window.height }),
    // Nothing is relative to a scrolled or scaled parent: all boxes are in window coordinates.
    convertOffsetParentRelativeRectToViewportRelativeRect: ({ rect }) => rect,
    getScale: () => ({ x: 1, y: 1 }),
    isRTL: () => false,
  };
}

function sizeOf(element: Element): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}
