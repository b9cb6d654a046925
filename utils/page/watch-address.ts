// Tells when the page may have become another without being loaded: navigation inside it, return from the back/forward cache.

export type AddressChange = { readonly isReturn: boolean };

export function watchAddress(onChange: (change: AddressChange) => void, signal: AbortSignal): void {
  const onNavigation = () => onChange({ isReturn: false });
  const navigation: EventTarget | undefined = Reflect.get(globalThis, 'navigation');
  navigation?.addEventListener('navigatesuccess', onNavigation, { signal });
  addEventListener('popstate', onNavigation, { signal });
  addEventListener('hashchange', onNavigation, { signal });
  const onShow = (event: PageTransitionEvent) => {
    // The worker forgot the tab's page when it was left.
    if (event.persisted) onChange({ isReturn: true });
  };
  addEventListener('pageshow', onShow, { signal });
}
