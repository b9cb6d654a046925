// Reads the page once it has loaded, and again when it has become another: after navigation within the page, return
// from the back/forward cache, or late content. Nothing polls, and the watch for late content ends by itself.
//
//   start ─▶ gate ─▶ read ─▶ report ─▶ settled ──(address or title changes)──▶ gate …
//                      │                  ├──(no article, or the previous one: content within 20 s)──▶ read again
//                      │                  └──(other headlines, within 20 s of a click, a touch, a key)─▶ read again
//
// Invariants: at most one reading runs at a time; a report equal to the last one is not sent.

import { keepRoute } from '../../engine/article/naming-parts.ts';
import { isSamePage } from '../same-page.ts';
import { bodyOf, findAll, findFirst, rootOf, shadowRootOf, textOf } from './dom.ts';
import { type ExtensionLink, openExtensionLink } from './extension-link.ts';
import { findShadowRoots, type ShadowHosts, WAITING_LOOKS_MS } from './find-shadow-roots.ts';
import { gatePage } from './gate.ts';
import { injectOnce } from './inject-once.ts';
import type { PageReport } from './page-report.ts';
import { readPageInSteps } from './read-page.ts';
import { runInSlices } from './run-in-slices.ts';
import { isSaidArticle } from './said-article.ts';
import { createStaleFilter } from './stale-filter.ts';
import { watchAddress } from './watch-address.ts';

/** Single-page sites render in bursts. A reading waits for a pause of this length. */
const QUIET_MS = 400;
/**
 * On many pages something changes all the time. A reading waits no longer than this, or one pause if that is longer.
 */
const PATIENCE_MS = 1_500;
/**
 * A page whose title blinks or whose advertisements keep changing is read after ever longer pauses, up to QUIET_MAX_MS,
 * and at most this many times.
 */
const READS_MAX = 10;
const QUIET_MAX_MS = 5_000;
/**
 * How long late content is waited for. The wait starts again when the tab comes into view and when the user clicks,
 * touches or types, because pages hold text back in background tabs and behind a request for consent.
 */
const LATE_MS = 20_000;

export function watchPage(): void {
  injectOnce('__parallaxReadAgain', { open: openExtensionLink, start: startWatching });
}

/** Returns a function that reads and reports the page again, whatever was reported before. */
function startWatching(link: ExtensionLink): () => void {
  let reading = new AbortController();
  let lastReport = '';
  let readUrl = '';
  let reads = 0;
  /** Leads of the last article read and of the one before. Sites may change address and headline before the text. */
  let lead = '';
  let leadBefore = '';
  const isFound = () => lead.length > 200 && lead !== leadBefore;
  /** The text of the main headings at the last reading. */
  let shown = '';
  /** When the pending reading was first requested, in `performance.now()` ms. 0 if none is pending. */
  let requestedAt = 0;
  /** The path when the address last changed. */
  let path = '';
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  const filterFacts = createStaleFilter();
  const stop = new AbortController();
  const late = createLateWatch(() => {
    if (isFound()) {
      if (headings() === shown) return;
      // Another article at the same address. Its text may come later than its headline.
      leadBefore = lead;
      reads = 1;
    }
    readSoon();
  });

  const isGone = () => {
    if (link.isAlive()) return false;
    stop.abort();
    reading.abort();
    late.stop();
    clearTimeout(quietTimer);
    return true;
  };
  const report = (found: PageReport) => {
    // Without the address, because the page may have changed its fragment.
    const words = JSON.stringify({ ...found, pageUrl: '' });
    if (words === lastReport) return;
    lastReport = words;
    link.tell('page/report', found);
  };
  const read = async () => {
    if (isGone()) return;
    requestedAt = 0;
    reading.abort();
    reading = new AbortController();
    const url = new URL(location.href);
    if (!isSamePage(url.href, readUrl)) {
      readUrl = url.href;
      lastReport = '';
      reads = 0;
      leadBefore = lead;
      late.start();
    }
    reads += 1;
    shown = headings();
    const verdict = gatePage(document, url);
    const request = { url, now: Date.now(), isSaidArticle: isSaidArticle(url), filterFacts };
    // Editors, applications and files are not read, even if the user said that the page is an article.
    if (!verdict.pass && !(request.isSaidArticle && verdict.kind !== null)) {
      // The user may have asked for this page, so one on which the gate is silent gets an answer too.
      report({ type: 'not-article', pageUrl: url.href, kind: verdict.kind ?? 'other' });
      return;
    }
    if (lastReport === '') link.tell('page/reading', { pageUrl: url.href });
    const found = await runInSlices(readPageInSteps(document, request), reading.signal);
    if (found === null || isGone()) return;
    report(found);
    if (found.type === 'article') lead = found.article.lead;
    if (isFound()) {
      late.stop();
      return;
    }
    const hosts = await runInSlices(findShadowRoots(document), reading.signal);
    if (hosts !== null) late.watchWithin(hosts);
  };
  const readSoon = () => {
    clearTimeout(quietTimer);
    const isReadBefore = isSamePage(location.href, readUrl);
    if (isReadBefore && reads >= READS_MAX) return;
    const quietMs = isReadBefore ? Math.min(QUIET_MS * 2 ** (reads - 1), QUIET_MAX_MS) : QUIET_MS;
    const now = performance.now();
    requestedAt ||= now;
    quietTimer = setTimeout(read, Math.min(quietMs, requestedAt + Math.max(quietMs, PATIENCE_MS) - now));
  };
  const { signal } = stop;
  // Capturing, to come before the page's own listeners, which may replace the article at once.
  const listen = () => {
    for (const name of ['visibilitychange', 'pointerdown', 'click', 'keydown'])
      document.addEventListener(name, late.start, { capture: true, signal });
  };
  listen();
  watchAddress(({ isReturn }) => {
    if (isGone()) return;
    if (isReturn) listen(); // a new document has lost its listeners
    if (!isReturn && isSamePage(location.href, readUrl)) return;
    // Some pages keep writing into their query where the reader is: then a pending reading is for the same page.
    if (isReturn || location.pathname !== path) requestedAt = 0;
    path = location.pathname;
    // Also if the address changes back before it is read: the worker has forgotten the page.
    readUrl = '';
    readSoon();
  }, signal);
  watchDocument(() => {
    if (isGone()) return;
    // A new route alone may be a slide on the same page. With a changed head or body it is another page.
    if (routeOf(location.href) !== routeOf(readUrl)) readUrl = '';
    readSoon();
  }, signal);

  void read();
  return () => {
    readUrl = '';
    lead = '';
    void read();
  };
}

const headings = () => Array.from(findAll(document, 'h1'), textOf).join();

const routeOf = (address: string) => keepRoute(address.replace(/^[^#]*/, ''));

/** Sites without history events still change title or canonical URL with the article, or replace the body. */
function watchDocument(onChange: () => void, signal: AbortSignal): void {
  let parts: readonly (Element | null)[] = [];
  let last = headState();
  const observer = new MutationObserver(() => {
    const state = headState();
    if (!watchParts() && state === last) return;
    last = state;
    onChange();
  });
  /** Observes the present root and head. True if root, head or body were replaced. */
  const watchParts = (): boolean => {
    const now = [rootOf(document), findFirst(document, 'head'), bodyOf(document)];
    if (now.every((part, i) => part === parts[i])) return false;
    parts = now;
    observer.disconnect();
    const [root, head] = now;
    observer.observe(document, { childList: true });
    if (root) observer.observe(root, { childList: true });
    if (head) observer.observe(head, HEAD_CHANGES);
    return true;
  };
  watchParts();
  signal.addEventListener('abort', () => observer.disconnect());
}

const HEAD_CHANGES = { childList: true, subtree: true, characterData: true, attributeFilter: ['href', 'content'] };

const headState = () =>
  Array.from(findAll(document, 'link[rel="canonical"],head > title'), ({ outerHTML }) => outerHTML).join();

type LateWatch = {
  start(): void;
  stop(): void;
  /**
   * Also observes these shadow roots, whose changes are invisible from outside, and looks again at waiting components.
   */
  watchWithin(hosts: ShadowHosts): void;
};

function createLateWatch(onContent: () => void): LateWatch {
  const observer = new MutationObserver(onContent);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks: ReturnType<typeof setTimeout>[] = [];
  let within: readonly ShadowRoot[] = [];
  const watch = (root: Node) => observer.observe(root, { childList: true, subtree: true });
  const stop = () => {
    observer.disconnect();
    for (const each of [timer, ...looks]) clearTimeout(each);
    timer = undefined;
  };
  return {
    start() {
      // The timers for waiting components keep running.
      observer.disconnect();
      clearTimeout(timer);
      within = within.filter((root) => root.isConnected);
      for (const root of [rootOf(document), ...within]) if (root !== null) watch(root);
      timer = setTimeout(stop, LATE_MS);
    },
    stop,
    watchWithin({ roots, waiting }) {
      within = roots;
      if (timer === undefined) return;
      roots.forEach(watch);
      for (const each of looks) clearTimeout(each);
      const look = () => waiting.some((host) => shadowRootOf(host) !== null) && onContent();
      looks = waiting.length === 0 ? [] : WAITING_LOOKS_MS.map((delay) => setTimeout(look, delay));
    },
  };
}
