// Finds the coverage of a page that was read: lookup by URL first, then match by content, and says which states follow.
import type { ArticleProbe, CoverageError, CoverageSource } from '../../engine/ports.ts';
import { SHOWN_AS_FACT } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Coverage, Match } from '../../engine/schema.ts';
import type { OpenArticle, PageState } from '../tab-state.ts';

/** Below this a match is not worth showing even as a question: two of three such pairs are wrong. */
const SHOWN_AS_POSSIBLE = 0.35;

export type AnsweredState = Extract<PageState, { status: 'uncovered' | 'possible' | 'covered' }>;

/** The page that was read, under its canonical URL. */
export type ReadPage = Pick<ArticleProbe, 'url' | 'title' | 'kind' | 'outletId'>;

type Question = {
  readonly source: CoverageSource;
  readonly page: ReadPage;
  /** Only asked for a page whose URL is not known: it takes the language of the text, which is dear. */
  readonly readProbe: () => Promise<ArticleProbe>;
  readonly signal: AbortSignal;
};

export async function answerPage(question: Question): Promise<Result<AnsweredState, CoverageError>> {
  const { source, page, signal } = question;
  const article = toOpenArticle(page);
  const found = await findMatch(question);
  if (!found.ok) return found;
  const match = found.value;
  if (match === null || match.confidence < SHOWN_AS_POSSIBLE) return ok({ status: 'uncovered', article });

  const coverage = await source.story(match.storyId, signal);
  if (!coverage.ok) return coverage;
  if (coverage.value === null || !hasOthers(coverage.value, page)) return ok({ status: 'uncovered', article });
  const status = match.confidence >= SHOWN_AS_FACT ? 'covered' : 'possible';
  return ok({ status, article, match, coverage: coverage.value });
}

async function findMatch({ source, page, readProbe, signal }: Question): Promise<Result<Match | null, CoverageError>> {
  const known = await source.lookup([page.url], signal);
  if (!known.ok) return err(known.error);
  const story = known.value.get(page.url);
  if (story) return ok({ storyId: story.id, confidence: 1, reasons: [{ kind: 'same-url' }] });
  return source.match(await readProbe(), signal);
}

/** A story that only the page's own outlet has is no coverage by others. */
const hasOthers = (coverage: Coverage, page: ReadPage): boolean =>
  coverage.articles.some((article) => article.outletId !== page.outletId);

const toOpenArticle = ({ url, title, kind, outletId }: ReadPage): OpenArticle => ({
  url,
  title,
  kind,
  host: new URL(url).hostname,
  outletId,
});
