// What a tab shows of a page that was reported: an article's story, or on any other page the stories of its outlet.
import { canonicalizeUrl } from '../../engine/article/canonical-url.ts';
import type { OutletId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { StorySummary } from '../../engine/schema.ts';
import type { AnsweredState } from '../coverage/answer-page.ts';
import type { ParsedPageReport } from '../page-report-schema.ts';
import { reportFailure } from '../report-failure.ts';
import type { PageState } from '../tab-state.ts';
import { toFailedPage } from './to-failed-page.ts';

type ArticleReport = Extract<ParsedPageReport, { type: 'article' }>;

/** `isOpened`: the user has opened Parallax on this page, and wants the whole story. */
type PageReader = { readonly isPrivate: boolean; readonly isOpened: boolean };

export type PageAnswerDeps = {
  readonly findOutlet: (url: string) => Promise<OutletId | null>;
  readonly answer: (report: ArticleReport, reader: PageReader) => Promise<Result<AnsweredState, CoverageError>>;
  readonly listOutletStories: (outletId: OutletId) => Promise<Result<readonly StorySummary[], CoverageError>>;
};

export async function findPageAnswer(
  { answer, findOutlet, listOutletStories }: PageAnswerDeps,
  report: ParsedPageReport,
  reader: PageReader,
): Promise<PageState> {
  try {
    if (report.type === 'article') {
      // The reader does not make addresses canonical. That of a cache has another host than the outlet's.
      const url = canonicalizeUrl(report.article.url) ?? report.article.url;
      const answered = await answer({ ...report, article: { ...report.article, url } }, reader);
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
