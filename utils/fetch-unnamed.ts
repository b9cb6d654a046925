// The worker's fetch for other hosts, which does not tell them which installation asks.
//
// Firefox gives every installation an address of its own, and names it to a host as the origin of what is posted there, and
// of all that is asked without the user's permission. Hosts that the user allowed count as the extension's own: held to
// those, a request names nobody, and one to any other host, a redirect too, fails before it is sent. In Chromium the address
// is everybody's, and a mode that says the same would keep all hosts out.
import { browser } from './browser.ts';

export const fetchUnnamed: typeof fetch = (input, init) => {
  const isOneOfAKind = browser.runtime.getURL('').startsWith('moz-extension:');
  return fetch(input, isOneOfAKind ? { ...init, mode: 'same-origin' } : init);
};
