// The element that holds badges and card: an open shadow root beside the body, without a size, out of reach of page styles.
//
// It is positioned in document coordinates, so that it scrolls with the page without any script. Its children take part in the
// page's own stacking, each at its own level: in front of the page's content and, where the page allows it, behind its fixed
// headers and dialogs.
import { OWN_LAYER } from '../../own-layer.ts';
import type { Box } from './find-spot.ts';

export type Layer = {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly surface: HTMLElement;
  /** Adds a style sheet, unless the same text was added before. */
  adopt(css: string): void;
  /** The position of the surface's origin in the window, whatever the page does to its root element. */
  readOrigin(): Origin;
  /** Adopts the reader's own text size for the card: the page's root may have changed the meaning of rem. */
  takeTextSize(): void;
  close(): void;
};

export type Origin = { readonly left: number; readonly top: number; readonly scale: number };

/**
 * If a page keeps removing foreign elements from its document, the layer gives up. The limit does not affect pages that redraw
 * themselves entirely, as live pages do every minute.
 */
const RETURNS = { max: 5, withinMs: 10_000 };
const RULER_SIZE = 100;
/** Above positioned content, below what pages keep in front: their headers start at about ten. */
export const LAYER_LEVEL = 8;
/** Attribute of badges on content that pages have raised higher than that. */
export const IN_FRONT = 'data-front';
const HIGHEST = 2147483646;

// Important rules in a shadow root's own sheet win over any rule of the page, even `* { all: unset !important }`.
const HOST_CSS = `:host {
  all: initial !important;
  display: block !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: auto !important;
  pointer-events: none !important;
  direction: ltr !important;
}
.parallax > * { z-index: ${LAYER_LEVEL}; }
.parallax > [${IN_FRONT}] { z-index: ${HIGHEST - 1}; }
.parallax > [role="dialog"] { z-index: ${HIGHEST}; }
.ruler { position: absolute; inset: 0 auto auto 0; width: ${RULER_SIZE}px; height: ${RULER_SIZE}px; font-size: ${RULER_SIZE}px; visibility: hidden; }
@media print { :host { display: none !important; } }`;

/** `isAlive` is false after the extension was reloaded: then the layer makes room for the new one's. */
export function openLayer(isAlive: () => boolean): Layer {
  const host = document.createElement(OWN_LAYER);
  const shadow = host.attachShadow({ mode: 'open' });
  const ruler = document.createElement('div');
  ruler.className = 'ruler';
  const surface = document.createElement('div');
  surface.className = 'parallax';
  const adopted = new Set<string>();

  function adopt(css: string): void {
    if (adopted.has(css)) return;
    adopted.add(css);
    addSheet(shadow, css);
  }

  adopt(HOST_CSS);
  shadow.append(ruler, surface);

  let returns = 0;
  let returnedAtMs = 0;
  const watch = new MutationObserver(() => {
    if (host.isConnected || !isAlive()) return;
    if (performance.now() - returnedAtMs > RETURNS.withinMs) returns = 0;
    if (returns >= RETURNS.max) return;
    returns += 1;
    returnedAtMs = performance.now();
    document.documentElement.append(host);
  });
  for (const older of document.querySelectorAll(OWN_LAYER)) older.remove();
  document.documentElement.append(host);
  watch.observe(document.documentElement, { childList: true });

  return {
    host,
    shadow,
    surface,
    adopt,
    readOrigin() {
      const { left, top, width } = ruler.getBoundingClientRect();
      return { left, top, scale: width > 0 ? width / RULER_SIZE : 1 };
    },
    takeTextSize() {
      // Firefox can enlarge text only: computed sizes are already enlarged, and would be enlarged again when set.
      const textScale = readTextSize(ruler) / RULER_SIZE;
      surface.style.setProperty('--rem', `${readTextSize(host) / textScale}px`);
    },
    close() {
      watch.disconnect();
      host.remove();
    },
  };
}

const readTextSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);

/** Converts a position in the window to surface coordinates. */
export function toSurface(box: Pick<Box, 'left' | 'top'>, origin: Origin): { readonly x: number; readonly y: number } {
  return { x: (box.left - origin.left) / origin.scale, y: (box.top - origin.top) / origin.scale };
}

/** Moves a box to the right and down by so many pixels. */
export function shift({ left, top, right, bottom }: Box, by: Corner): Box {
  return { left: left + by.left, top: top + by.top, right: right + by.left, bottom: bottom + by.top };
}

/** The shift that takes a box from the coordinates of one origin to those of another. */
export function shiftBetween(from: Corner, to: Corner): Corner {
  return { left: to.left - from.left, top: to.top - from.top };
}

export type Corner = Pick<Origin, 'left' | 'top'>;

/** Constructed sheets are not subject to the page's content security policy. */
function addSheet(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    // Firefox does not let extension scripts set the list of adopted sheets.
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
