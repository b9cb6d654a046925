// Starts work when the page is in front of the user: a page that the browser only prepares is nobody's reading yet.
import { isPrerendering } from './dom.ts';

/** Returns how to do it again, which does nothing before the first time. */
export function whenShown(start: () => () => void): () => void {
  let again: () => void = () => undefined;
  const begin = () => {
    again = start();
  };
  if (isPrerendering(document) === true) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
  return () => again();
}
