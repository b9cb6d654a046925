// Reads the page when it is there, and again when it has become another: navigation inside the page, return from the
// back/forward cache, content that arrives late. Nothing polls; watching for late content ends by itself.
//
//   start ─▶ gate ─▶ read ─▶ report ─▶ settled ──(address or title changes)──▶ gate …
//                      │                  ├──(no article, or the one before: content arrives, at most 20 s)──▶ read again
//                      │                  └──(other headlines, at most 20 s after a click, a touch, a key)───────▶ read again
//
// Invariants: at most one reading runs; a report equal to the last is not sent.

import { keepRoute } from '../../engine/article/naming-parts.ts';
import { isSamePage } from '../same-page.ts';
import { bodyOf, findAll, findFirst, rootOf, shadowRootOf, textOf } from './dom.ts';
import { type ExtensionLink, openExtensionLink } from './extension-link.ts';
import { findShadowRoots, type ShadowHosts, WAITING_LOOKS_MS } from './find-shadow-roots.ts';
import { gatePage } from './gate.ts';
import { injectOnce } from './inject-once.ts';
import { createLeftBehindFilter } from './left-behind.ts';
import type { PageReport } from './page-report.ts';
import { readPageInSteps } from './read-page.ts';
import { runInSlices } from './run-in-slices.ts';
import { isSaidArticle } from './said-article.ts';
import { watchAddress } from './watch-address.ts';

/** Single-page sites paint in bursts; reading waits for a pause of this length. */
const QUIET_MS = 400;
/** On many pages something ticks, and no pause comes: reading waits no longer than this, or than the present pause where that is longer. */
const PATIENCE_MS = 1_500;
/** Pages whose title blinks or whose adverts never rest are read ever more rarely, and no more after this. */
const READS_MAX = 10;
const QUIET_MAX_MS = 5_000;
/** A page that has shown no article by then is none, until its reader comes to it, clicks, touches or types: a tab in the background and a request for consent keep text back. */
const LATE_MS = 20_000;

export function watchPage(): void {
  injectOnce('__parallaxReadAgain', openExtensionLink, startWatching);
}

/** Returns how to have the page read and reported again, whatever was reported before. */
function startWatching(link: ExtensionLink): () => void {
  let reading = new AbortController();
  let lastReport = '';
  let readUrl = '';
  let reads = 0;
  /** Of the last article that was read, and of the one before: sites change address and headline before the text. */
  let lead = '';
  let leadBefore = '';
  const isFound = () => lead.length > 200 && lead !== leadBefore;
  /** By the main headings, when it was read last. */
  let shown = '';
  /** When the reading that waits for a pause was first asked for; 0 when none waits. */
  let askedAt = 0;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;
  const heed = createLeftBehindFilter();
  const stop = new AbortController();
  const late = createLateWatch(() => {
    if (isFound()) {
      if (headings() === shown) return;
      // Another article at the same address, whose text may come after its headline.
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
    // Of one page, which may have written another place in it into its address.
    const words = JSON.stringify({ ...found, pageUrl: '' });
    if (words === lastReport) return;
    lastReport = words;
    link.tell('page/report', found);
  };
  const read = async () => {
    if (isGone()) return;
    askedAt = 0;
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
    const asked = { now: Date.now(), isSaidArticle: isSaidArticle(url) };
    // What is typed into, and what is no page, is not read whatever is said of it.
    if (!verdict.pass && !(asked.isSaidArticle && verdict.kind !== null)) {
      // The user asked for this page, so that one of which the gate would say nothing gets an answer too.
      report({ type: 'not-article', pageUrl: url.href, kind: verdict.kind ?? 'other' });
      return;
    }
    if (lastReport === '') link.tell('page/reading', { pageUrl: url.href });
    const found = await runInSlices(readPageInSteps(document, url, asked, heed), reading.signal);
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
    askedAt ||= now;
    quietTimer = setTimeout(read, Math.min(quietMs, askedAt + Math.max(quietMs, PATIENCE_MS) - now));
  };
  const { signal } = stop;
  // Before the page's own scripts hear of it, which may put another article in at once.
  for (const name of ['visibilitychange', 'pointerdown', 'click', 'keydown'])
    document.addEventListener(name, late.start, { capture: true, signal });
  watchAddress(({ isReturn }) => {
    if (isGone()) return;
    if (isReturn) readUrl = '';
    else if (isSamePage(location.href, readUrl)) return;
    // What was asked for before was another page.
    askedAt = 0;
    readSoon();
  }, signal);
  watchDocument(() => {
    if (isGone()) return;
    // Another route alone may be a slide of the same page; with another title it is another page.
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

/** Sites without history events still change their title or canonical address with the article, or put another body in. */
function watchDocument(onChange: () => void, signal: AbortSignal): void {
  let parts: readonly (Element | null)[] = [];
  let last = headState();
  const observer = new MutationObserver(() => {
    const state = headState();
    if (!watchParts() && state === last) return;
    last = state;
    onChange();
  });
  /** Says whether there is another root, head or body than before. */
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
  /** Of what changes in a shadow root its page hears nothing, nor of a component that gets one. */
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
      // Components that wait for their script are looked at all the same.
      observer.disconnect();
      clearTimeout(timer);
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
