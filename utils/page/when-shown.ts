// Starts work when the page is shown to the user. A page that the browser only prerenders is not being read.
import { isPrerendering } from './dom.ts';

/** Returns a function that repeats the work. Before the work has started it does nothing. */
export function whenShown(start: () => () => void): () => void {
  let again: () => void = () => undefined;
  const begin = () => {
    again = start();
  };
  if (isPrerendering(document) === true) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
  return () => again();
}
