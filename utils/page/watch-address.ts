// Notices when the page may have become another without being loaded: navigation within the page, return from the
// back/forward cache, or a new document that its script puts in place.
import { watchRoot } from './watch-root.ts';

/** `isReturn`: the page has to be reported again even if nothing has changed. */
export type AddressChange = { readonly isReturn: boolean };

export function watchAddress(onChange: (change: AddressChange) => void, signal: AbortSignal): void {
  const onNavigation = () => onChange({ isReturn: false });
  const onReturn = () => onChange({ isReturn: true });
  const onShow = (event: PageTransitionEvent) => {
    // The worker forgot the tab's page when it was left.
    if (event.persisted) onReturn();
  };
  const listen = () => {
    const navigation: EventTarget | undefined = Reflect.get(globalThis, 'navigation');
    navigation?.addEventListener('navigatesuccess', onNavigation, { signal });
    for (const name of ['popstate', 'hashchange']) addEventListener(name, onNavigation, { signal });
    addEventListener('pageshow', onShow, { signal });
  };
  listen();
  watchRoot(() => {
    listen();
    // A document written piece by piece is complete only then.
    addEventListener('DOMContentLoaded', onReturn, { once: true, signal });
    onReturn();
  }, signal);
}
