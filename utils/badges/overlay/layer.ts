// The one element that badges and card live in: an open shadow root beside the page's body, of no size, that no style reaches.
//
// It stands in the document's own coordinates, so that it scrolls with the page without any script. What is in it counts
// among the page's own content, each part at its own height: in front of what the page shows and, where the page lets it,
// behind its fixed headers and dialogs.
import { OWN_LAYER } from '../../own-layer.ts';
import type { Box } from './find-spot.ts';

export type Layer = {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly surface: HTMLElement;
  /** Adds a style sheet; text that was added before is not added again. */
  adopt(css: string): void;
  /** Where a point of the window is on the surface, whatever the page does to its root element. */
  readOrigin(): Origin;
  /** Takes over the reader's own text size, which the page's root may have changed for its own rem. For the card. */
  takeTextSize(): void;
  close(): void;
};

export type Origin = { readonly left: number; readonly top: number; readonly scale: number };

/**
 * A page that takes foreign elements out of its document again and again has won; not one that does so each time that it
 * draws all of itself anew, as live pages do every minute.
 */
const RETURNS = { max: 5, withinMs: 10_000 };
const RULER_SIZE = 100;
/** Over positioned content, under what pages keep in front: their headers start at about ten. */
export const LAYER_LEVEL = 8;
/** An attribute of what lies over that: badges of content that pages have lifted higher. */
export const IN_FRONT = 'data-front';
const HIGHEST = 2147483646;

// Important rules of a shadow root's own sheet win over any rule of the page, `* { all: unset !important }` too.
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

/** `isAlive` is false after the extension was renewed: then the layer leaves its place to the new one's. */
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
      // Firefox can enlarge text alone: it gives sizes enlarged, and would enlarge what is set to them once more.
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

/** On the surface, of a box in the window. */
export function toSurface(box: Pick<Box, 'left' | 'top'>, origin: Origin): { readonly x: number; readonly y: number } {
  return { x: (box.left - origin.left) / origin.scale, y: (box.top - origin.top) / origin.scale };
}

/** A box in the coordinates of one surface, or place of it, in those of another. */
export function shift({ left, top, right, bottom }: Box, from: Corner, to: Corner): Box {
  const [dx, dy] = [to.left - from.left, to.top - from.top];
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
}

export type Corner = Pick<Origin, 'left' | 'top'>;

/** Sheets that are made by script are not the page's: its content security policy does not forbid them. */
function addSheet(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    // Firefox keeps the list of sheets from scripts of extensions.
    const style = document.createElement('style');
    style.textContent = css;
    shadow.append(style);
  }
}
