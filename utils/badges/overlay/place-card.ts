// Puts the card beside its badge: never over the headline, inside the window, on whichever side has room.
import {
  computePosition,
  flip,
  type Middleware,
  offset,
  type Placement,
  type Platform,
  platform,
  shift,
  size,
} from '@floating-ui/dom';
import type { Box } from './find-spot.ts';
import { type Layer, toSurface } from './layer.ts';

const GAP = 6;
/** From the window's edges. */
const EDGE = 8;
/** Less of a card than its head and bar is no use; then it may be as high as the window. */
const HEIGHT_MIN = 120;

export type CardSurroundings = { readonly badge: Box; readonly headline: Box; readonly isRightToLeft: boolean };

export async function placeCard(card: HTMLElement, layer: Layer, around: CardSurroundings): Promise<void> {
  card.style.maxHeight = '';
  const start = around.isRightToLeft ? 'end' : 'start';
  const placed = await computePosition({ getBoundingClientRect: () => new DOMRect() }, card, {
    placement: `bottom-${start}`,
    platform: windowPlatform(around),
    middleware: [
      offset(GAP),
      flip({ padding: EDGE, crossAxis: false, fallbackPlacements: fallbacks(start), fallbackStrategy: 'bestFit' }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply: ({ availableHeight }) => {
          card.style.maxHeight = `${Math.max(HEIGHT_MIN, Math.floor(availableHeight))}px`;
        },
      }),
    ] satisfies Middleware[],
  });
  const { x, y } = toSurface({ left: placed.x, top: placed.y }, layer.readOrigin());
  card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}

const fallbacks = (start: 'start' | 'end'): Placement[] => [
  `top-${start}`,
  'right-start',
  'left-start',
  'right-end',
  'left-end',
];

/**
 * Positions in the window's own coordinates, from boxes that are read already: what the page does to its root element
 * is the layer's to undo. The reference is the headline and the badge together, aligned with the badge.
 */
function windowPlatform({ badge, headline }: CardSurroundings): Platform {
  const top = Math.min(badge.top, headline.top);
  const bottom = Math.max(badge.bottom, headline.bottom);
  const { clientWidth, clientHeight } = document.documentElement;
  return {
    ...platform,
    getElementRects: ({ floating }) => ({
      reference: { x: badge.left, y: top, width: badge.right - badge.left, height: bottom - top },
      floating: { x: 0, y: 0, ...sizeOf(floating) },
    }),
    getDimensions: sizeOf,
    getClippingRect: () => ({
      x: 0,
      y: 0,
      width: clientWidth,
      height: clientHeight,
      top: 0,
      left: 0,
      right: clientWidth,
      bottom: clientHeight,
    }),
    isRTL: () => false,
  };
}

function sizeOf(element: Element): { width: number; height: number } {
  const { width, height } = element.getBoundingClientRect();
  return { width, height };
}
