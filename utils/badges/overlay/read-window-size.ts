// Reads how much of the window a page has, without scroll bars. Of an old page, one without a doctype, the body tells: its
// root is as high as all of it.
import { bodyOf, rootOf } from '../../page/dom.ts';
import type { Size } from './find-spot.ts';

export function readWindowSize(): Size {
  const body = document.compatMode === 'BackCompat' ? bodyOf(document) : null;
  const page = body ?? rootOf(document);
  return { width: page?.clientWidth ?? innerWidth, height: page?.clientHeight ?? innerHeight };
}
