// Reads the window's size without scroll bars. In quirks mode (no doctype) the body has it, since the root element is as high as
// the whole page.
import { bodyOf, rootOf } from '../../page/dom.ts';
import type { Size } from './find-spot.ts';

export function readWindowSize(): Size {
  const body = document.compatMode === 'BackCompat' ? bodyOf(document) : null;
  const page = body ?? rootOf(document);
  return { width: page?.clientWidth ?? innerWidth, height: page?.clientHeight ?? innerHeight };
}
