// Reports the links of a changing page that come near the window, without judging them, which takes a tenth of the time.
import { type Scope, shadowRootOf } from '../page/dom.ts';
import { findShadowRoots, type ShadowHosts, WAITING_LOOKS_MS } from '../page/find-shadow-roots.ts';
import { ADDRESSES_ONLY, createChangedScopes } from './changed-scopes.ts';
import { findIn, isInPage } from './link-dom.ts';
import { cutRuns, findLinks, LINKS, type LinkRun } from './link-runs.ts';
import { watchNearRuns } from './near-runs.ts';

/**
 * Five times as many as where links are judged, because these are only looked up. After the first screens, which most readers do
 * not leave, observing more ends would cost more than looking up some distant links.
 */
const runLinksAt = (start: number) => (start < 120 ? 40 : 120);
/** Pages change in bursts: the pause after a scan, in milliseconds. */
const BETWEEN_SCANS_MS = 250;
/** While a page has hardly any links they are about to come, and the reader sees them at once. */
const BETWEEN_FIRST_SCANS_MS = 60;
/** A document with this many links of its own is not made of components; with fewer, shadow roots are scanned too. */
const FEW_LINKS = 30;

/** A link that is moved, or gets another address, is reported again. */
export function watchNearLinks(onNear: (links: readonly HTMLAnchorElement[]) => void, signal: AbortSignal): void {
  let waiting = new Set<Element>();
  let scannedAtMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts links in shadow roots, and links found repeatedly, too. */
  let found = 0;
  /** Links of the document itself, when last counted. */
  let own = 0;

  const near = watchNearRuns(() => onNear(near.take().flatMap(anchorsOf)));
  const scanSoon = () => {
    if (timer !== undefined) return;
    const betweenMs = found < FEW_LINKS ? BETWEEN_FIRST_SCANS_MS : BETWEEN_SCANS_MS;
    const pauseLeftMs = scannedAtMs + betweenMs - performance.now();
    // Immediately if possible: before the browser draws the added elements, so that the observer's first report covers them.
    if (pauseLeftMs > 0) timer = setTimeout(look, pauseLeftMs);
    else look();
  };
  const changed = createChangedScopes({ root: document, observed: ADDRESSES_ONLY, onChange: scanSoon });
  const watch = (scope: Scope) => {
    const links = findLinks(scope, LINKS);
    if (scope === document) own = links.length;
    found += links.length;
    near.add(cutRuns(links, runLinksAt));
  };
  function look(): void {
    clearTimeout(timer);
    timer = undefined;
    scannedAtMs = performance.now();
    const { scopes } = changed.take();
    if (scopes.includes(document)) near.clear();
    const isLate = (host: Element) => shadowRootOf(host) !== null;
    const hosts = [...waiting].filter(isInPage);
    waiting = new Set(hosts.filter((host) => !isLate(host)));
    if (own < FEW_LINKS && found >= FEW_LINKS) own = findIn(document, LINKS).length;
    for (const scope of [...scopes, ...hosts.filter(isLate)]) {
      watch(scope);
      if (own >= FEW_LINKS) continue;
      const inner = findHosts(scope);
      for (const host of inner.waiting) waiting.add(host);
      for (const root of inner.roots) {
        changed.observe(root);
        watch(root);
      }
    }
  }

  changed.observe(document);
  changed.noteAll();
  look();
  const timers = WAITING_LOOKS_MS.map((delay) => setTimeout(() => waiting.size > 0 && look(), delay));
  signal.addEventListener('abort', () => {
    changed.stop();
    near.clear();
    for (const each of [timer, ...timers]) clearTimeout(each);
  });
}

function anchorsOf({ links, start, end }: LinkRun): HTMLAnchorElement[] {
  const isAnchor = (link: Element): link is HTMLAnchorElement => link instanceof HTMLAnchorElement; // SVG has links too
  return Array.prototype.slice.call(links, start, end).filter(isAnchor);
}

function findHosts(scope: Scope): ShadowHosts {
  const steps = findShadowRoots(scope);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
