// Finds the coverage of a page that was read: lookup by URL first, then match by content, and says which states follow.
import type { ArticleProbe, CoverageError, CoverageSource } from '../../engine/ports.ts';
import { SHOWN_AS_FACT } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { Coverage, Match, StorySummary } from '../../engine/schema.ts';
import type { OpenArticle, PageState } from '../tab-state.ts';

/** Below this a match is not worth showing even as a question: two of three such pairs are wrong. */
const SHOWN_AS_POSSIBLE = 0.35;

export type AnsweredState = Extract<PageState, { status: 'uncovered' | 'possible' | 'covered' }>;

type WithoutSource<State> = State extends AnsweredState ? Omit<State, 'answeredBy'> : never;
/** What one source says; who that was is known to whoever chose it. */
export type SourceAnswer = WithoutSource<AnsweredState>;

/** The page that was read, under its canonical URL. */
export type ReadPage = Pick<ArticleProbe, 'url' | 'title' | 'kind' | 'outletId'>;

type Question = {
  readonly source: CoverageSource;
  readonly page: ReadPage;
  /** Only asked for a page whose URL is not known: it takes the language of the text, which is dear. */
  readonly readProbe: () => Promise<ArticleProbe>;
  /**
   * False while nobody looks: a server then is not asked for the story of a page that it hides by its address, because
   * that question would tell which of the articles it was. The summary stands in for the coverage.
   */
  readonly isCoverageWanted: boolean;
  readonly signal: AbortSignal;
};

export async function answerPage(question: Question): Promise<Result<SourceAnswer, CoverageError>> {
  const { source, page, isCoverageWanted, signal } = question;
  const article = toOpenArticle(page);
  const known = await source.lookup([page.url], signal);
  if (!known.ok) return known;
  const story = known.value.get(page.url);
  if (story !== undefined && !isCoverageWanted) {
    // The page is one of the story's articles, so a single outlet is its own.
    if (story.outlets < 2) return ok({ status: 'uncovered', article });
    return ok({ status: 'covered', article, match: matchByUrl(story), coverage: toSummaryOnly(story) });
  }

  const found = story === undefined ? await matchWords(question) : ok(matchByUrl(story));
  if (!found.ok) return found;
  const match = found.value;
  if (match === null || match.confidence < SHOWN_AS_POSSIBLE) return ok({ status: 'uncovered', article });

  const coverage = await source.story(match.storyId, signal);
  if (!coverage.ok) return coverage;
  if (coverage.value === null || !hasOthers(coverage.value, page)) return ok({ status: 'uncovered', article });
  const status = match.confidence >= SHOWN_AS_FACT ? 'covered' : 'possible';
  return ok({ status, article, match, coverage: coverage.value });
}

async function matchWords({ source, readProbe, signal }: Question): Promise<Result<Match | null, CoverageError>> {
  return source.match(await readProbe(), signal);
}

const matchByUrl = ({ id }: StorySummary): Match => ({
  storyId: id,
  confidence: 1,
  reasons: [{ kind: 'same-url' }],
});

/** Enough for the number on the toolbar button; `isSummaryOnly` tells it from coverage. */
function toSummaryOnly(story: StorySummary): Coverage {
  const none = { counts: [], unknown: 0 };
  const facets = { factuality: none, ownership: none, countries: none, languages: none };
  return { story, articles: [], outlets: {}, ...facets, engineVersion: 0 };
}

export const isSummaryOnly = (page: PageState): boolean =>
  (page.status === 'covered' || page.status === 'possible') && page.coverage.articles.length === 0;

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
