// Reads the popup as a person does: the numbers of the story, the reports in the list, the words of a state.
import { expect, type Page } from '@playwright/test';
import type { StoryTruth } from '../../scripts/newsroom/story-truth.ts';

/** The four numbers at the head of a story. */
export async function readStats(popup: Page): Promise<Record<'articles' | 'reports' | 'rated' | 'countries', number>> {
  const numbers = await popup.locator('.stats dd').allTextContents();
  const [articles = -1, reports = -1, rated = -1, countries = -1] = numbers.map(Number);
  return { articles, reports, rated, countries };
}

export async function expectStats(popup: Page, truth: StoryTruth): Promise<void> {
  const { articles, reports, spread, countries } = truth;
  await expect
    .poll(() => readStats(popup))
    .toEqual({ articles: articles.length, reports, rated: spread.rated, countries });
}

/** Headlines of the tab in front, after "show all". */
export async function readHeadlines(popup: Page): Promise<string[]> {
  const showAll = popup.getByRole('button', { name: /^Show / });
  if (await showAll.isVisible()) await showAll.click();
  const links = popup.locator('.families > .family > .grow > a.headline');
  return (await links.allTextContents()).map((text) => text.replace(/ \(opens in a new tab\)$/, ''));
}

export async function expectTitle(popup: Page, title: string | RegExp): Promise<void> {
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(title);
}
