// Reads the popup as a person does: a story's numbers, the reports in the list, the text of a state.
import { expect, type Page } from '@playwright/test';
import type { PublishedArticle } from '../../scripts/newsroom/issue-of-the-day.ts';
import type { Reader } from './reader.ts';
import { type StoryTruth, storyTruth } from './story-truth.ts';

/** The four numbers at the head of a story. */
export async function readStats(popup: Page): Promise<Record<'articles' | 'reports' | 'rated' | 'countries', number>> {
  const numbers = await popup.locator('.stats dd').allTextContents();
  const [articles = -1, reports = -1, rated = -1, countries = -1] = numbers.map(Number);
  return { articles, reports, rated, countries };
}

/** Expects it of a locator, so that a failure shows what the popup contains instead. */
export async function expectArticles(popup: Page, articles: number): Promise<void> {
  await expect(popup.locator('.stats dd').first()).toHaveText(String(articles));
}

/** Expects exactly the newsroom's reports on the story, in all languages, and their numbers in the popup. */
export async function expectStory(
  reader: Reader,
  { popup, article, issue }: { popup: Page; article: PublishedArticle; issue: readonly PublishedArticle[] },
): Promise<StoryTruth> {
  await expect(popup.locator('.stats')).toBeVisible();
  const state = await reader.tabState(article.url);
  const urls = state?.page.status === 'covered' ? state.page.coverage.articles.map(canonical) : [];
  const whole = issue.filter(({ storyId }) => storyId === article.storyId);
  expect(urls.toSorted()).toEqual(whole.map(canonical).toSorted());

  const truth = storyTruth(whole, article.storyId);
  const { articles, reports, spread, countries } = truth;
  await expect
    .poll(() => readStats(popup))
    .toEqual({ articles: articles.length, reports, rated: spread.rated, countries });
  return truth;
}

/** Addresses are stored without a trailing slash. */
const canonical = ({ url }: { readonly url: string }) => url.replace(/\/$/, '');

/** Headlines of the selected tab, after "show all". */
export async function readHeadlines(popup: Page): Promise<string[]> {
  const showAll = popup.getByRole('button', { name: /^Show / });
  if (await showAll.isVisible()) await showAll.click();
  const links = popup.locator('.families > .family > .grow > a.headline');
  return (await links.allTextContents()).map((text) => text.replace(/ \(opens in a new tab\)$/, ''));
}

export async function expectTitle(popup: Page, title: string | RegExp): Promise<void> {
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(title);
}

/** The address of “Open full story”. */
export async function readStoryHref(popup: Page): Promise<string> {
  const href = await popup.getByRole('link', { name: /^Open full story/ }).getAttribute('href');
  if (href === null) throw new Error('no link to the story');
  return new URL(href, popup.url()).href;
}
