// Tells when the page may have become another without being loaded: navigation inside it, return from the back/forward
// cache, another document that its script puts in its place.
import { watchRoot } from './watch-root.ts';

/** `isReturn`: whatever was told of the page before is to be told anew. */
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
    // What is written piece by piece is whole only then.
    addEventListener('DOMContentLoaded', onReturn, { once: true, signal });
    onReturn();
  }, signal);
}
