// Real articles and pages at their own addresses: the built extension polls and reads them, and is compared with the labels.
//
// The corpora are beside the repository where it is developed; elsewhere this test reports that it is skipped.
import type { Page } from '@playwright/test';
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import type { FeedInfo } from '../../utils/messages.ts';
import type { TabState } from '../../utils/tab-state.ts';
import { expect, test } from '../support/extension.ts';
import { expectArticles } from '../support/popup-reading.ts';
import { type DatedArticle, hasCorpora, readPages, readStories } from '../support/real-corpora.ts';
import { realOutletPack, serveRealNews } from '../support/real-news-server.ts';

test.skip(!hasCorpora, 'the corpora are not beside the repository');
test.use({ grantableOrigins: ['*://*/*'] });
test.setTimeout(600_000);

const STORIES_SERVED = 150;
const STORIES_OPENED = 25;
const PAGES_OPENED = 20;

/** Well below today's results, so that a real loss fails the test and noise does not. */
const LEAST = { precision: 0.8, recall: 0.4, articlesRead: 0.7, listsLeftAlone: 0.8 };

const canonical = (url: string) => canonicalizeUrl(url) ?? url;

test('coverage of real stories, and the kinds of real pages', async ({ newsroom, reader, extension }) => {
  const articles = readStories('stories/allsides-train.jsonl.gz', STORIES_SERVED);
  const pages = [
    ...readPages('fundus-dev', 'article', PAGES_OPENED),
    ...readPages('frontpages-dev', 'front', 7),
    ...readPages('frontpages-dev', 'section', 8),
  ];
  newsroom.setOverride(serveRealNews({ articles, pages, now: Date.now() }));
  expect(await extension.requestOrigins(['*://*/*'])).toBe(true);
  await reader.ask('outlets/import', { text: JSON.stringify(realOutletPack(articles)) });
  const feeds = (await reader.ask('feeds/list', {})) as FeedInfo[];
  const isOurs = ({ outletId }: FeedInfo) => outletId.startsWith('corpora-');
  await reader.writeSettings({
    isOnboarded: true,
    readingMode: 'every-site',
    feedLimit: 400,
    feedsAdded: feeds.filter(isOurs).map(({ url }) => url),
    feedsRemoved: feeds.filter((feed) => !isOurs(feed)).map(({ url }) => url),
  });
  await expect
    .poll(async () =>
      ((await reader.ask('feeds/list', {})) as FeedInfo[]).filter(({ isChosen }) => isChosen).every(isOurs),
    )
    .toBe(true);
  const sync = await reader.syncNow();
  console.log(
    `polled ${sync.feedsAllowed} real feeds: ${sync.articles} of ${articles.length} articles in ${sync.stories} stories`,
  );
  expect(sync.articles).toBeGreaterThan(articles.length * 0.95);

  const settle = async (url: string): Promise<{ state: TabState | null; page: Page }> => {
    const page = await extension.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const isSettled = (state: TabState | null) => !['unread', 'reading', undefined].includes(state?.page.status);
    await expect
      .poll(async () => isSettled(await reader.tabState(page.url())), { timeout: 20_000 })
      .toBe(true)
      .catch(() => {}); // counted as not read below
    return { state: await reader.tabState(page.url()), page };
  };

  const score = { found: 0, right: 0, wanted: 0, opened: 0, covered: 0 };
  for (const { article, others } of chooseStories(articles)) {
    const { state, page } = await settle(article.url);
    score.opened += 1;
    score.wanted += others.size;
    if (state?.page.status === 'covered') {
      const { coverage } = state.page;
      const found = coverage.articles.map(({ url }) => canonical(url)).filter((url) => url !== canonical(article.url));
      score.covered += 1;
      score.found += found.length;
      score.right += found.filter((url) => others.has(url)).length;
      await page.bringToFront();
      const popup = await extension.openPopup();
      await expectArticles(popup, coverage.story.articles);
    }
    await page.close();
  }
  const precision = score.right / Math.max(1, score.found);
  const recall = score.right / Math.max(1, score.wanted);
  console.log(
    `stories: ${score.covered} of ${score.opened} opened articles covered; others found ${score.found}, right ${score.right} (precision ${precision.toFixed(2)}), wanted ${score.wanted} (recall ${recall.toFixed(2)})`,
  );

  const taken = { article: { right: 0, all: 0 }, list: { right: 0, all: 0 } };
  for (const saved of pages) {
    const { state, page } = await settle(saved.url);
    const group = saved.kind === 'article' ? taken.article : taken.list;
    const isRead = ['covered', 'possible', 'uncovered'].includes(state?.page.status ?? '');
    group.all += 1;
    if (isRead === (saved.kind === 'article')) group.right += 1;
    else
      console.log(`  taken wrongly: ${saved.kind} ${saved.folder}/${saved.file}: ${state?.page.status ?? 'nothing'}`);
    await page.close();
  }
  console.log(
    `pages: ${taken.article.right} of ${taken.article.all} articles read as such; ${taken.list.right} of ${taken.list.all} fronts and sections left alone`,
  );
  expect(precision).toBeGreaterThanOrEqual(LEAST.precision);
  expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
  expect(taken.article.right / taken.article.all).toBeGreaterThanOrEqual(LEAST.articlesRead);
  expect(taken.list.right / taken.list.all).toBeGreaterThanOrEqual(LEAST.listsLeftAlone);
});

/** One article from each of some stories, with the addresses of the others. */
function chooseStories(articles: readonly DatedArticle[]) {
  const stories = [...new Set(articles.map(({ story }) => story))];
  const step = Math.floor(stories.length / STORIES_OPENED);
  return stories
    .filter((_, index) => index % step === 0)
    .slice(0, STORIES_OPENED)
    .flatMap((story) => {
      const [article, ...others] = articles.filter((candidate) => candidate.story === story);
      return article === undefined ? [] : [{ article, others: new Set(others.map(({ url }) => canonical(url))) }];
    });
}
