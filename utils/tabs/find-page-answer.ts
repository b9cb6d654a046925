// What a tab shows for a reported page: an article's story, or for any other page the stories of its outlet.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import type { OutletId } from '../../engine/ids.ts';
import { isSharedHost } from '../../engine/outlet/host.ts';
import { readHostOutletId } from '../../engine/outlet/resolve-outlet-id.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { StorySummary } from '../../engine/schema.ts';
import type { AnsweredState } from '../coverage/answer-page.ts';
import { isArchive } from '../page/is-archive.ts';
import type { ParsedPageReport } from '../page-report-schema.ts';
import { reportFailure } from '../report-failure.ts';
import type { PageState } from '../tab-state.ts';
import { toFailedPage } from './to-failed-page.ts';

type ArticleReport = Extract<ParsedPageReport, { type: 'article' }>;

/** `isOpened`: the user has opened Parallax on this page, and wants the full story. */
type PageReader = { readonly isPrivate: boolean; readonly isOpened: boolean };

export type PageAnswerDeps = {
  readonly findOutlet: (url: string) => Promise<OutletId | null>;
  readonly answer: (report: ArticleReport, reader: PageReader) => Promise<Result<AnsweredState, CoverageError>>;
  readonly listOutletStories: (outletId: OutletId) => Promise<Result<readonly StorySummary[], CoverageError>>;
};

export async function findPageAnswer(
  { answer, findOutlet, listOutletStories }: PageAnswerDeps,
  { report, reader }: { readonly report: ParsedPageReport; readonly reader: PageReader },
): Promise<PageState> {
  try {
    if (report.type === 'article') {
      const answered = await answer(await withOwnAddress(report, findOutlet), reader);
      return answered.ok ? answered.value : toFailedPage(answered.error);
    }
    const outletId = await findOutlet(report.pageUrl);
    const stories = outletId === null ? null : await listOutletStories(outletId);
    return { status: 'not-article', kind: report.kind, outletStories: stories?.ok ? [...stories.value] : [] };
  } catch (cause) {
    reportFailure('the answer to a page', cause);
    return { status: 'failed', reason: 'unexpected', detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

/**
 * The reader does not canonicalize addresses (a cache has another host than the outlet), and knows no outlets (whether
 * `herald.example` and `herald.test` are one). A page that declares another outlet's address as its own does not belong to that
 * outlet; at most its text comes from there.
 */
async function withOwnAddress(report: ArticleReport, findOutlet: PageAnswerDeps['findOutlet']): Promise<ArticleReport> {
  const { article, pageUrl } = report;
  const [given, own] = [toCanonical(article.url), toCanonical(pageUrl)];
  const isOwn =
    isOneSite(given, own) || isArchive(new URL(pageUrl)) || !(await isOfAnother({ given, own }, findOutlet));
  return { ...report, article: { ...article, ...(isOwn ? { url: given } : { url: own, sourceUrl: given }) } };
}

const toCanonical = (url: string): string => canonicalizeUrl(url) ?? url;

function isOneSite(given: string, own: string): boolean {
  const [a, b] = [new URL(given).hostname, new URL(own).hostname];
  const isBelow = (host: string, other: string) => host.endsWith(`.${other}`) && !isSharedHost(other);
  return a === b || isBelow(a, b) || isBelow(b, a);
}

/** Outlets outside the registry have no ratings that another page could misappropriate. */
async function isOfAnother(
  { given, own }: { readonly given: string; readonly own: string },
  findOutlet: PageAnswerDeps['findOutlet'],
): Promise<boolean> {
  const outletId = await findOutlet(given);
  return outletId !== null && readHostOutletId(outletId) === null && outletId !== (await findOutlet(own));
}
