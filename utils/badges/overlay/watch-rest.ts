// Tells when it is time to see whether badges are still right, because nothing tells of all that shows, hides and covers.
//
//   pointer, keyboard, something that opens ─▶ 400 ms without another ─▶ rest: menu or dialog are there by then, or gone
//   the page's scripts change something ─────▶ a second after the first ─▶ rest: somewhere they always do
//   the tab is hidden ─▶ no rest until 400 ms after it is shown again

/** Menus wait a quarter of a second for a pointer that only passes, and fade in for as long. */
const REST_MS = 400;
const EVENTS = ['pointerover', 'click', 'keyup', 'toggle', 'visibilitychange'];
/** On a page that never rests, each look takes 1.5 ms with twenty badges in view. */
const CHANGED_MS = 1_000;
/** A style sheet is a node too, and a script that shows something by hand sets a class or a style. */
const CHANGES = { subtree: true, childList: true, attributeFilter: ['class', 'style'] };

export function watchRest(onRest: () => void): { close(): void } {
  const stop = new AbortController();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let changedTimer: ReturnType<typeof setTimeout> | undefined;
  const callOff = () => {
    clearTimeout(restTimer);
    clearTimeout(changedTimer);
  };
  const rest = () => {
    callOff();
    // The browser computes no layout of a tab that nobody sees, and each look would have it do so.
    if (document.visibilityState === 'hidden') return;
    observer.observe(document, CHANGES);
    onRest();
  };
  const onEvent = () => {
    clearTimeout(restTimer);
    restTimer = setTimeout(rest, REST_MS);
  };
  for (const name of EVENTS) addEventListener(name, onEvent, { passive: true, capture: true, signal: stop.signal });
  const observer = new MutationObserver(() => {
    // What changes until then is looked at then: scripts that move things in each frame would be told of for nothing.
    observer.disconnect();
    // By itself: what a page moves past a pointer that rests makes events without end.
    changedTimer = setTimeout(rest, CHANGED_MS);
  });
  observer.observe(document, CHANGES);
  return {
    close() {
      stop.abort();
      observer.disconnect();
      callOff();
    },
  };
}
