// Tells when pointer and keyboard have come to rest: a menu or a dialog that they opened, or closed, has done so by then.
// One that the page's script opens or closes by itself is told by the browser, if it is one by name.

/** Menus wait a quarter of a second for a pointer that only passes, and fade in for as long. */
const REST_MS = 400;
const EVENTS = ['pointerover', 'click', 'keyup', 'toggle'];

export function watchRest(onRest: () => void): { close(): void } {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onEvent = () => {
    clearTimeout(timer);
    timer = setTimeout(onRest, REST_MS);
  };
  for (const name of EVENTS) addEventListener(name, onEvent, { passive: true, capture: true, signal: stop.signal });
  return {
    close() {
      stop.abort();
      clearTimeout(timer);
    },
  };
}
