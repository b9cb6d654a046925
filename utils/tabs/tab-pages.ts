// Takes the state of each tab's page from one step to the next: read, reported, answered, separated, renewed.
//
// Invariants: a state is written to storage.session before the message that caused it is answered, so a worker that
// dies in between leaves either the old state or the new one, and its successor answers the report that is left; an answer is dropped when its tab has gone on to another
// page meanwhile; in a private window nothing is written to the index.

import type { OutletId } from '../../engine/ids.ts';
import { toArticleId } from '../../engine/ids.ts';
import type { CoverageError, Separation } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { StorySummary } from '../../engine/schema.ts';
import type { AnsweredState } from '../coverage/answer-page.ts';
import type { ParsedPageReport } from '../page-report-schema.ts';
import type { FailureReason, PageState, TabState } from '../tab-state.ts';
import { dropTab, readReport, readTabState, writeReport, writeTabState } from './tab-states.ts';

export type Tab = { readonly id: number; readonly url: string | null; readonly isPrivate: boolean };

type ArticleReport = Extract<ParsedPageReport, { type: 'article' }>;

export type TabPagesDeps = {
  readonly findTab: (tabId: number) => Promise<Tab | null>;
  /** Tabs that have a state now. */
  readonly listTabs: () => Promise<readonly Tab[]>;
  readonly readTab: (tabId: number) => Promise<boolean>;
  readonly isSiteOff: (url: string) => Promise<boolean>;
  readonly findOutlet: (url: string) => Promise<OutletId | null>;
  readonly answer: (report: ArticleReport) => Promise<Result<AnsweredState, CoverageError>>;
  readonly listOutletStories: (outletId: OutletId) => Promise<Result<readonly StorySummary[], CoverageError>>;
  readonly separate: (separation: Separation) => Promise<Result<unknown, CoverageError>>;
  readonly unseparate: (separation: Separation) => Promise<Result<unknown, CoverageError>>;
  readonly showInToolbar: (tabId: number, page: PageState | null) => Promise<void>;
  readonly now: () => number;
};

const withoutHash = (url: string) => url.replace(/#.*$/, '');
const isSamePage = (a: string, b: string) => withoutHash(a) === withoutHash(b);

export function createTabPages(deps: TabPagesDeps) {
  /** Tabs whose page this worker has begun to read or to answer; empty in a worker that was started anew. */
  const inHand = new Set<number>();

  async function show(tabId: number, state: TabState): Promise<TabState> {
    if (state.page.status === 'reading') inHand.add(tabId);
    else inHand.delete(tabId);
    await writeTabState(tabId, state);
    await deps.showInToolbar(tabId, state.page);
    return state;
  }

  async function onReading(tab: Tab, pageUrl: string): Promise<void> {
    const current = await readTabState(tab.id);
    if (current && isSamePage(current.pageUrl, pageUrl) && current.page.status !== 'unread') return;
    await show(tab.id, { pageUrl, page: { status: 'reading', since: deps.now() }, separated: null });
  }

  async function onReport(tab: Tab, report: ParsedPageReport): Promise<void> {
    inHand.add(tab.id);
    await writeReport(tab.id, report);
    await answerReport(tab.id, report);
  }

  /** Answers a report and shows it, unless the tab has another page by then. */
  async function answerReport(tabId: number, report: ParsedPageReport): Promise<TabState | null> {
    const page = report.type === 'article' ? await answerArticle(report) : await answerOther(report);
    const latest = await readReport(tabId);
    if (latest === null || !isSamePage(latest.pageUrl, report.pageUrl)) return readTabState(tabId);
    const before = await readTabState(tabId);
    const separated = before && isSamePage(before.pageUrl, report.pageUrl) ? before.separated : null;
    return show(tabId, { pageUrl: report.pageUrl, page, separated });
  }

  async function answerArticle(report: ArticleReport): Promise<PageState> {
    const answered = await deps.answer(report);
    return answered.ok ? answered.value : toFailure(answered.error);
  }

  async function answerOther(report: Extract<ParsedPageReport, { type: 'not-article' }>): Promise<PageState> {
    const outletId = await deps.findOutlet(report.pageUrl);
    const stories = outletId === null ? null : await deps.listOutletStories(outletId);
    return { status: 'not-article', kind: report.kind, outletStories: stories?.ok ? [...stories.value] : [] };
  }

  /** What the popup shows on opening; starts reading where nothing has been read and the browser allows it. */
  async function open(tabId: number): Promise<TabState | null> {
    const tab = await deps.findTab(tabId);
    if (tab === null) return null;
    const state = await readTabState(tabId);
    const isCurrent = state !== null && (tab.url === null || isSamePage(state.pageUrl, tab.url));
    if (isCurrent && state.page.status !== 'unread' && !isStuck(tabId, state)) return state;
    const report = isCurrent && state.page.status === 'reading' ? await readReport(tabId) : null;
    if (report !== null && !inHand.has(tabId)) return answerReport(tabId, report);
    const pageUrl = tab.url ?? '';
    if (!/^https?:/.test(pageUrl) || (await deps.isSiteOff(pageUrl))) return showUnread(tabId, pageUrl);

    await show(tabId, { pageUrl, page: { status: 'reading', since: deps.now() }, separated: null });
    return (await deps.readTab(tabId)) ? readTabState(tabId) : showUnread(tabId, pageUrl);
  }

  /** What another worker had begun, or what takes too long, is taken up again rather than waited for. */
  const isStuck = (tabId: number, { page }: TabState) =>
    page.status === 'reading' && (!inHand.has(tabId) || deps.now() - page.since > READING_MAX_MS);

  const showUnread = (tabId: number, pageUrl: string) =>
    show(tabId, { pageUrl, page: { status: 'unread' }, separated: null });

  async function separate(tabId: number): Promise<TabState | null> {
    const [state, report, tab] = await Promise.all([readTabState(tabId), readReport(tabId), deps.findTab(tabId)]);
    if (state?.page.status !== 'covered' && state?.page.status !== 'possible') return state;
    const { article, coverage } = state.page;
    const separation = { articleId: toArticleId(article.url), storyId: coverage.story.id };
    const separated = { ...separation, title: coverage.story.title };
    if (tab?.isPrivate || report === null) {
      return show(tabId, { ...state, page: { status: 'uncovered', article }, separated });
    }
    const outcome = await deps.separate(separation);
    if (!outcome.ok) return show(tabId, { ...state, page: toFailure(outcome.error) });
    await writeTabState(tabId, { ...state, separated });
    return answerReport(tabId, report);
  }

  async function unseparate(tabId: number): Promise<TabState | null> {
    const [state, report, tab] = await Promise.all([readTabState(tabId), readReport(tabId), deps.findTab(tabId)]);
    if (!state?.separated || report === null) return state;
    if (!tab?.isPrivate) await deps.unseparate(state.separated);
    await writeTabState(tabId, { ...state, separated: null });
    return answerReport(tabId, report);
  }

  /** Renews the answers of open tabs after more coverage has come in, or settings have changed. */
  async function renew(): Promise<void> {
    for (const tab of await deps.listTabs()) {
      const report = await readReport(tab.id);
      const state = await readTabState(tab.id);
      const isSeparatedInPrivate = tab.isPrivate && state?.separated;
      if (report !== null && !isSeparatedInPrivate) await answerReport(tab.id, report);
    }
  }

  async function drop(tabId: number): Promise<void> {
    inHand.delete(tabId);
    await dropTab(tabId);
  }

  /** A navigation has begun: what is shown belongs to the page before, unless it is the same page again. */
  async function onNavigation(tabId: number, url: string | null): Promise<void> {
    const state = await readTabState(tabId);
    if (state === null || (url !== null && isSamePage(state.pageUrl, url))) return;
    await dropTab(tabId);
    await deps.showInToolbar(tabId, null);
  }

  return { onReading, onReport, open, separate, unseparate, renew, drop, onNavigation };
}

const READING_MAX_MS = 10_000; // the content script gives up sooner; a state older than this lost its worker

function toFailure(error: CoverageError): PageState {
  const detail = error.reason === 'storage-failed' ? String(error.cause) : error.reason;
  return { status: 'failed', reason: FAILURES[error.reason], detail };
}

const FAILURES: Record<CoverageError['reason'], FailureReason> = {
  aborted: 'timeout',
  'storage-full': 'storage-full',
  'storage-failed': 'storage-failed',
  offline: 'unexpected',
  server: 'unexpected',
};
