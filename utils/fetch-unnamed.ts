// The worker's fetch for other hosts, which does not reveal which installation asks.
//
// Firefox gives each installation its own address, and sends it to a host as the Origin of anything posted there and of any
// request without the user's permission. Hosts with permission count as same-origin for the extension: in that mode a request
// carries no origin, and one to any other host, or a redirect there, fails before it is sent. In Chromium the address is the same
// for everybody, and this mode would block all hosts.
import { browser } from './browser.ts';

export const fetchUnnamed: typeof fetch = (input, init) => {
  const isOneOfAKind = browser.runtime.getURL('').startsWith('moz-extension:');
  return fetch(input, isOneOfAKind ? { ...init, mode: 'same-origin' } : init);
};
