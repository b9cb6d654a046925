// Reports when to check whether badges are still right, because no event covers everything that shows, hides and covers.
//
//   pointer, keyboard, something that opens ─▶ 400 ms without another ─▶ rest: menu or dialog have opened or closed by then
//   the page's scripts change something ─────▶ a second after the first ─▶ rest: some pages change all the time
//   the tab is hidden ─▶ no rest until 400 ms after it is shown again

/** Menus ignore a passing pointer for a quarter of a second, and fade in for as long. */
const REST_MS = 400;
const EVENTS = ['pointerover', 'click', 'keyup', 'toggle', 'visibilitychange'];
/** Each check takes 1.5 ms with twenty badges in view, on a page that never rests. */
const CHANGED_MS = 1_000;
/** New style sheets are nodes too, and scripts show things by setting a class or style. */
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
    // The browser skips layout in hidden tabs, and each check would force it.
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
    // Further changes are covered by the same check; scripts that animate would cause a callback in every frame.
    observer.disconnect();
    // A timer of its own, not restarted by events: what a page moves past a resting pointer fires them without end.
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
