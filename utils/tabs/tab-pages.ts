// Moves the state of each tab's page from step to step: read, reported, answered; separated in page-pairing.ts, renewed in
// renew-tabs.ts.
//
// Invariants: a state is written to storage.session before the message that caused it is answered, so a worker that dies in
// between leaves the old state or the new one, and its successor answers the remaining report; an answer is dropped if its tab
// shows another page by now, or the answer to a later question; reports are accepted only while their page may be read, without a
// click or by one click for one page; private windows write nothing to the index.
import { isSummaryOnly } from '../coverage/answer-page.ts';
import type { ParsedPageReport } from '../page-report-schema.ts';
import { reportFailure } from '../report-failure.ts';
import { isSamePage } from '../same-page.ts';
import { createSerialQueue } from '../serial-queue.ts';
import type { PageState, TabState } from '../tab-state.ts';
import { findPageAnswer } from './find-page-answer.ts';
import { createPagePairing, withoutSeparated } from './page-pairing.ts';
import { createRenewal } from './renew-tabs.ts';
import type { Tab, TabPagesDeps } from './tab-pages-deps.ts';
import {
  dropTab,
  readClickedPage,
  readKeptPages,
  readReport,
  readTabState,
  writeClickedPage,
  writeReport,
  writeTabState,
} from './tab-states.ts';

export function createTabPages(deps: TabPagesDeps) {
  /** Tabs whose page this worker has started to read or to answer; empty after a restart. */
  const inProgress = new Set<number>();
  /** A counter of questions, and the number of the one whose answer each tab shows: older answers are dropped. */
  let asked = 0;
  const shownTurns = new Map<number, number>();
  /** When reading started, for pages that have not been reported yet. */
  const unreported = new Map<number, number>();
  /** Serializes checking whether a page may be read and writing what follows from that. */
  const inTurn = createSerialQueue();

  async function show(tabId: number, state: TabState): Promise<TabState> {
    if (state.page.status === 'reading') inProgress.add(tabId);
    else inProgress.delete(tabId);
    await writeTabState(tabId, state);
    showInToolbar(tabId, state.page);
    return state;
  }

  /** Not awaited: drawing the button may take the browser long, and no answer depends on it. */
  function showInToolbar(tabId: number, page: PageState | null): void {
    deps.showInToolbar(tabId, page).catch((cause: unknown) => reportFailure('the toolbar button', cause));
  }

  /** Pages keep sending after their site was switched off or a permission revoked; those messages are ignored. */
  async function isWelcome(tabId: number, pageUrl: string): Promise<boolean> {
    if (await deps.mayReadByItself(pageUrl)) return true;
    return (await isClicked(tabId, pageUrl)) && !(await deps.isSiteOff(pageUrl));
  }

  async function isClicked(tabId: number, pageUrl: string): Promise<boolean> {
    const clicked = await readClickedPage(tabId);
    return clicked !== null && isSamePage(clicked, pageUrl);
  }

  /** False when the page must not be read. */
  async function onReading(tab: Tab, pageUrl: string): Promise<boolean> {
    return inTurn(async () => {
      if (!(await isWelcome(tab.id, pageUrl))) return false;
      const current = await readTabState(tab.id);
      if (current && isSamePage(current.pageUrl, pageUrl) && current.page.status !== 'unread') return true;
      await showReading(tab.id, pageUrl);
      return true;
    });
  }

  async function showReading(tabId: number, pageUrl: string): Promise<void> {
    const since = deps.now();
    unreported.set(tabId, since);
    const separated = await readSeparatedHere(tabId, pageUrl);
    await show(tabId, { pageUrl, page: { status: 'reading', since }, separated });
    giveUpLater(tabId, since);
  }

  function giveUpLater(tabId: number, since: number): void {
    const report = (cause: unknown) => reportFailure('giving a page up', cause);
    deps.after(READING_MAX_MS, () => inTurn(() => giveUp(tabId, since)).catch(report));
  }

  /** For a page that was never reported: an editor, a file, or a script that the browser kept out. */
  async function giveUp(tabId: number, since: number): Promise<void> {
    if (unreported.get(tabId) !== since) return;
    // The page is still loading, and will be reported afterwards.
    if (await deps.isLoading(tabId)) return giveUpLater(tabId, since);
    unreported.delete(tabId);
    const state = await readTabState(tabId);
    if (state?.page.status !== 'reading' || state.page.since !== since) return;
    await show(tabId, { ...state, page: { status: 'failed', reason: 'page-unreadable', detail: 'no report' } });
  }

  async function onReport(tab: Tab, report: ParsedPageReport): Promise<void> {
    const isAccepted = await inTurn(async () => {
      if (!(await isWelcome(tab.id, report.pageUrl))) return false;
      inProgress.add(tab.id);
      unreported.delete(tab.id);
      await writeReport(tab.id, report);
      return true;
    });
    if (isAccepted) await answerReport(tab, report);
  }

  /** Answers a report and shows it, unless the tab shows another page by then, or the answer to a later question. */
  async function answerReport(tab: Tab, report: ParsedPageReport): Promise<TabState | null> {
    asked += 1;
    const turn = asked;
    const isOpened = await isClicked(tab.id, report.pageUrl);
    const page = await findPageAnswer(deps, { report, reader: { isPrivate: tab.isPrivate, isOpened } });
    const found = tab.isPrivate ? null : await findSeparated(page, report);
    const shown = await inTurn(async () => {
      if (!(await isStillOpen(tab.id, report.pageUrl)) || turn < (shownTurns.get(tab.id) ?? 0)) return null;
      shownTurns.set(tab.id, turn);
      // Separations in a private window are kept in the tab's state only.
      const separated = tab.isPrivate ? await readSeparatedHere(tab.id, report.pageUrl) : found;
      return show(tab.id, { pageUrl: report.pageUrl, page: withoutSeparated(page, separated), separated });
    });
    if (shown === null) return readTabState(tab.id);
    // If the page was opened before its summary appeared, the user is waiting for the full story.
    const isOpenedNow = !isOpened && isSummaryOnly(shown.page) && (await isClicked(tab.id, report.pageUrl));
    return isOpenedNow ? answerReport(tab, report) : shown;
  }

  /** For states that were computed before an await: the tab may show another page since. */
  function showStill(tabId: number, state: TabState): Promise<TabState | null> {
    return inTurn(async () => ((await isStillOpen(tabId, state.pageUrl)) ? show(tabId, state) : readTabState(tabId)));
  }

  /** Checks both the stored report and the tab: the tab may have moved on before the report was stored. */
  async function isStillOpen(tabId: number, pageUrl: string): Promise<boolean> {
    const [latest, tab] = await Promise.all([readReport(tabId), deps.findTab(tabId)]);
    // Where a page may be read, the browser reveals its address: a tab without one shows another page.
    return [latest?.pageUrl, tab?.url].every((url) => url != null && isSamePage(url, pageUrl));
  }

  async function findSeparated(page: PageState, report: ParsedPageReport): Promise<TabState['separated']> {
    if (report.type !== 'article') return null;
    return deps.findSeparated('article' in page ? page.article.url : report.article.url);
  }

  async function readSeparatedHere(tabId: number, pageUrl: string): Promise<TabState['separated']> {
    const before = await readTabState(tabId);
    return before && isSamePage(before.pageUrl, pageUrl) ? before.separated : null;
  }

  /** For the opening popup; starts reading if nothing was read and the browser allows it. */
  async function open(tabId: number): Promise<TabState | null> {
    const tab = await deps.findTab(tabId);
    if (tab === null) return null;
    const state = await readTabState(tabId);
    const isCurrent = state !== null && (tab.url === null || isSamePage(state.pageUrl, tab.url));
    if (isCurrent && isSettled(tabId, state)) {
      if (state.page.status !== 'reading' && !isSummaryOnly(state.page)) return state;
      await writeClickedPage(tabId, state.pageUrl);
      const answered = await readTabState(tabId); // it may have been answered before the click was recorded
      return answered !== null && isSummaryOnly(answered.page) ? complete(tab, answered) : answered;
    }
    const pageUrl = tab.url ?? '';
    const mayRead = await inTurn(async () => {
      if (!/^https?:/.test(pageUrl) || (await deps.isSiteOff(pageUrl))) return false;
      await writeClickedPage(tabId, pageUrl);
      return true;
    });
    if (!mayRead) return showUnread(tabId, pageUrl);

    const report = isCurrent && state.page.status === 'reading' ? await readReport(tabId) : null;
    // The report may be about the previous page, if the tab moved on without loading.
    if (report !== null && isSamePage(report.pageUrl, pageUrl)) return answerReport(tab, report);
    return startReading(tabId, { pageUrl, read: deps.readTab });
  }

  async function startReading(
    tabId: number,
    { pageUrl, read }: { readonly pageUrl: string; readonly read: TabPagesDeps['readTab'] },
  ): Promise<TabState | null> {
    await inTurn(() => showReading(tabId, pageUrl));
    return (await read(tabId)) ? readTabState(tabId) : showUnread(tabId, pageUrl);
  }

  /** Answers the last report again, without reading the page again. */
  async function askAgain(tabId: number): Promise<TabState | null> {
    const [state, report, tab] = await Promise.all([readTabState(tabId), readReport(tabId), deps.findTab(tabId)]);
    if (state === null || report === null || tab === null) return state;
    await showStill(tabId, { ...state, page: { status: 'reading', since: deps.now() } });
    return answerReport(tab, report);
  }

  /** The user says that the page is a single article: it is treated as one until it is reloaded. */
  async function readAsArticle(tabId: number): Promise<TabState | null> {
    const state = await readTabState(tabId);
    return state?.page.status === 'not-article'
      ? startReading(tabId, { pageUrl: state.pageUrl, read: deps.readTabAsArticle })
      : state;
  }

  /** The server is asked for the full story only now that the user is looking. */
  async function complete(tab: Tab, state: TabState): Promise<TabState | null> {
    const report = await readReport(tab.id);
    return report === null ? state : answerReport(tab, report);
  }

  /** False if the page must be read: it never was, its worker died while reading, reading takes too long, or it failed. */
  function isSettled(tabId: number, { page }: TabState): boolean {
    if (page.status === 'reading')
      return inProgress.has(tabId) && Math.abs(deps.now() - page.since) < IN_PROGRESS_MAX_MS;
    return page.status !== 'unread' && page.status !== 'failed';
  }

  const showUnread = (tabId: number, pageUrl: string) =>
    show(tabId, { pageUrl, page: { status: 'unread' }, separated: null });

  async function renewTab(tab: Tab): Promise<void> {
    const report = await readReport(tab.id);
    if (report !== null && (await isWelcome(tab.id, report.pageUrl))) await answerReport(tab, report);
  }

  /** After permissions or settings have changed: forgets pages that may no longer be read. */
  async function recheck(): Promise<void> {
    await deps.dropGoneTabs();
    for (const { id } of await deps.listTabs()) await inTurn(() => recheckTab(id));
  }

  async function recheckTab(tabId: number): Promise<void> {
    const kept = (await readKeptPages(tabId)).filter((pageUrl) => pageUrl !== '');
    const areWelcome = await Promise.all(kept.map((pageUrl) => isWelcome(tabId, pageUrl)));
    if (areWelcome.includes(false)) await dropShown(tabId);
  }

  /** Includes pages that were read on a click. */
  async function dropAll(): Promise<void> {
    await deps.dropGoneTabs();
    for (const { id } of await deps.listTabs()) await inTurn(() => dropShown(id));
  }

  async function dropShown(tabId: number): Promise<void> {
    await drop(tabId);
    showInToolbar(tabId, null);
  }

  async function drop(tabId: number): Promise<void> {
    inProgress.delete(tabId);
    unreported.delete(tabId);
    shownTurns.delete(tabId);
    await dropTab(tabId);
  }

  /** A navigation has begun: what is shown belongs to the previous page, unless the new one is the same. */
  async function onNavigation(tabId: number, url: string | null): Promise<void> {
    const kept = await readKeptPages(tabId);
    if (url !== null && kept.some((pageUrl) => isSamePage(pageUrl, url))) return;
    if (kept.length > 0) await dropTab(tabId);
    // Without a stored page too: the browser has reset the button, which may have to say "off".
    showInToolbar(tabId, null);
  }

  const renew = createRenewal({ listTabs: deps.listTabs, renewTab });
  return {
    onReading,
    onReport,
    open,
    askAgain,
    readAsArticle,
    ...createPagePairing({ deps, show: showStill, answer: answerReport, renew }),
    renew: () => renew(),
    recheck,
    dropAll,
    drop: (tabId: number) => inTurn(() => drop(tabId)),
    onNavigation: (tabId: number, url: string | null) => inTurn(() => onNavigation(tabId, url)),
  };
}

const READING_MAX_MS = 10_000; // the slowest page in the benchmarks is read in a second
const IN_PROGRESS_MAX_MS = 40_000; // reading, plus an answer, which may take 20 s
