// "Not the same story": separates a tab's page from its story, and undoes that.
import { type StoryId, toArticleId } from '../../engine/ids.ts';
import type { ParsedPageReport } from '../page-report-schema.ts';
import { reportFailure } from '../report-failure.ts';
import type { PageState, TabState } from '../tab-state.ts';
import type { RenewTabs } from './renew-tabs.ts';
import type { Tab, TabPagesDeps } from './tab-pages-deps.ts';
import { readReport, readTabState } from './tab-states.ts';
import { toFailedPage } from './to-failed-page.ts';

type PairingParts = {
  readonly deps: Pick<TabPagesDeps, 'findTab' | 'separate' | 'unseparate'>;
  /** Has no effect if the tab shows another page by now. */
  readonly show: (tabId: number, state: TabState) => Promise<TabState | null>;
  readonly answer: (tab: Tab, report: ParsedPageReport) => Promise<TabState | null>;
  readonly renew: RenewTabs;
};

export function createPagePairing({ deps, show, answer, renew }: PairingParts) {
  const readPage = (tabId: number) => Promise.all([readTabState(tabId), readReport(tabId), deps.findTab(tabId)]);

  async function separate(tabId: number, storyId: StoryId): Promise<TabState | null> {
    const [state, report, tab] = await readPage(tabId);
    if (state === null || !isPaired(state.page) || state.page.coverage.story.id !== storyId) return state;
    const { article, coverage, answeredBy } = state.page;
    const separated = { articleId: toArticleId(article.url), storyId, title: coverage.story.title };
    if (tab === null || tab.isPrivate || report === null) {
      return show(tabId, { ...state, page: { status: 'uncovered', article, answeredBy }, separated });
    }
    const outcome = await deps.separate(separated, answeredBy);
    if (!outcome.ok) return show(tabId, { ...state, page: toFailedPage(outcome.error) });
    const shown = await answer(tab, report);
    renewOthers(tabId, storyId);
    return shown;
  }

  async function unseparate(tabId: number, storyId: StoryId): Promise<TabState | null> {
    const [state, report, tab] = await readPage(tabId);
    if (state?.separated?.storyId !== storyId || report === null || tab === null) return state;
    if (!tab.isPrivate) {
      const outcome = await deps.unseparate(state.separated);
      if (!outcome.ok) return show(tabId, { ...state, page: toFailedPage(outcome.error) });
    }
    await show(tabId, { ...state, separated: null });
    const shown = await answer(tab, report);
    if (!tab.isPrivate) renewOthers(tabId, storyId);
    return shown;
  }

  /** Renews other tabs that show the story, or an article separated from it. Not awaited, as this tab's popup is waiting. */
  function renewOthers(tabId: number, storyId: StoryId): void {
    renew(async ({ id }) => {
      const state = await readTabState(id);
      return id !== tabId && state !== null && [state.separated?.storyId, findStoryId(state.page)].includes(storyId);
    }).catch((cause: unknown) => reportFailure('renewing other tabs', cause));
  }

  return { separate, unseparate };
}

type PairedPage = Extract<PageState, { status: 'covered' | 'possible' }>;

const isPaired = (page: PageState): page is PairedPage => page.status === 'covered' || page.status === 'possible';

const findStoryId = (page: PageState): StoryId | null => (isPaired(page) ? page.coverage.story.id : null);

/** The source does not know about separations in private windows, or made while it was answering. */
export function withoutSeparated(page: PageState, separated: TabState['separated']): PageState {
  if (!isPaired(page) || page.coverage.story.id !== separated?.storyId) return page;
  return { status: 'uncovered', article: page.article, answeredBy: page.answeredBy };
}
