// Reads real articles and pages from corpora beside the repository, if they are present; nothing of them is stored here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

export const CORPORA = path.resolve(import.meta.dirname, '../../../shared/corpora');
export const hasCorpora = existsSync(CORPORA);

const LabelledArticle = z.object({
  url: z.url(),
  outlet: z.string(),
  title: z.string(),
  body: z.string(),
  publishedAt: z.string(),
  story: z.string(),
});
type LabelledArticle = z.infer<typeof LabelledArticle>;

const SavedPage = z.object({
  file: z.string(),
  url: z.string(),
  kind: z.enum(['article', 'front', 'section', 'other']),
});
export type SavedPage = z.infer<typeof SavedPage> & { readonly folder: string };

const HOUR_MS = 3_600_000;

function readLines(file: string): unknown[] {
  const bytes = readFileSync(path.join(CORPORA, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

export type DatedArticle = LabelledArticle & { readonly hoursAgo: number };

/**
 * An evenly spaced sample of labelled stories in the corpus that several outlets report within a few days. The stories are
 * from nine years and are moved, each as a whole, into the last twelve days: labels separate stories well that are years
 * apart, while neighbours in time are often two summaries of one affair.
 */
export function readStories(file: string, count: number): DatedArticle[] {
  const articles = readLines(file).flatMap((line) => {
    const parsed = LabelledArticle.safeParse(line);
    return parsed.success && !Number.isNaN(Date.parse(parsed.data.publishedAt)) ? [parsed.data] : [];
  });
  const byStory = new Map<string, LabelledArticle[]>();
  for (const article of new Map(articles.map((found) => [found.url, found])).values()) {
    byStory.set(article.story, [...(byStory.get(article.story) ?? []), article]);
  }
  const stories = [...byStory.values()].filter(
    (members) => new Set(members.map(({ outlet }) => outlet)).size > 1 && hoursBetween(members) <= 5 * 24,
  );
  const step = Math.max(1, Math.floor(stories.length / count));
  return stories
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .flatMap((members, index) => {
      const latest = Math.max(...members.map(({ publishedAt }) => Date.parse(publishedAt)));
      const storyHoursAgo = 1 + ((index * 37) % (7 * 24));
      return members.map((article) => ({
        ...article,
        hoursAgo: storyHoursAgo + (latest - Date.parse(article.publishedAt)) / HOUR_MS,
      }));
    });
}

function hoursBetween(members: readonly LabelledArticle[]): number {
  const times = members.map(({ publishedAt }) => Date.parse(publishedAt));
  return (Math.max(...times) - Math.min(...times)) / HOUR_MS;
}

/** An evenly spaced sample of the pages of a set and kind. */
export function readPages(folder: string, kind: SavedPage['kind'], count: number): SavedPage[] {
  const pages = readLines(`pages/${folder}/manifest.jsonl`)
    .map((line) => SavedPage.parse(line))
    .filter((page) => page.kind === kind && /^https?:/.test(page.url));
  const step = Math.max(1, Math.floor(pages.length / count));
  return pages
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((page) => ({ ...page, folder }));
}

export function readPageBytes(page: SavedPage): Buffer {
  return gunzipSync(readFileSync(path.join(CORPORA, 'pages', page.folder, page.file)));
}
