// Finds the coverage of a page that was read, by URL first, then by content, and turns it into the page's state.
import type { ArticleProbe, CoverageError, CoverageSource } from '../../engine/ports.ts';
import { SHOWN_AS_FACT } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { Coverage, Match, StorySummary } from '../../engine/schema.ts';
import type { OpenArticle, PageState } from '../tab-state.ts';

/** Below this a match is not worth showing even as a question: two of three are wrong. */
const SHOWN_AS_POSSIBLE = 0.35;

export type AnsweredState = Extract<PageState, { status: 'uncovered' | 'possible' | 'covered' }>;

type WithoutSource<State> = State extends AnsweredState ? Omit<State, 'answeredBy'> : never;
/** The state without `answeredBy`, which the caller knows, who chose the source. */
export type SourceAnswer = WithoutSource<AnsweredState>;

/** The page that was read, under its canonical URL. */
export type ReadPage = Pick<ArticleProbe, 'url' | 'title' | 'kind' | 'outletId' | 'publishedAt'>;

type Question = {
  readonly source: CoverageSource;
  readonly page: ReadPage;
  /** Called only for a page whose URL is unknown: it has to identify the text's language, which is expensive. */
  readonly readProbe: () => Promise<ArticleProbe>;
  /**
   * False while the popup is closed. Then a server is not asked for the story of a page that was found by its address, or by
   * that of the source it names, since asking would reveal which of the articles it was; the summary stands in for the
   * coverage.
   */
  readonly isCoverageWanted: boolean;
  readonly signal: AbortSignal;
};

export async function answerPage(question: Question): Promise<Result<SourceAnswer, CoverageError>> {
  const { source, page, readProbe, isCoverageWanted, signal } = question;
  const known = await source.lookup([page.url], signal);
  if (!known.ok) return known;
  const story = known.value.get(page.url);
  if (story !== undefined) {
    const match = matchByUrl(story);
    // The page is one of the story's articles, so a single outlet is its own.
    return isCoverageWanted
      ? answerFromStory(question, match)
      : ok(answerFromSummary(page, { match, story, hasOthers: story.outlets > 1 }));
  }

  const probe = await readProbe();
  const found = await source.match(probe, signal);
  if (!found.ok) return found;
  const match = found.value;
  if (match === null || match.confidence < SHOWN_AS_POSSIBLE) return ok(toUncovered(page));
  const address = isCoverageWanted ? null : findMatchedAddress(match, probe);
  return address === null ? answerFromStory(question, match) : answerFromLookup(question, { match, address });
}

async function answerFromStory(
  { source, page, signal }: Question,
  match: Match,
): Promise<Result<SourceAnswer, CoverageError>> {
  const coverage = await source.story(match.storyId, signal);
  if (!coverage.ok) return coverage;
  if (coverage.value === null || !hasOthers(coverage.value, page)) return ok(toUncovered(page));
  return ok({ status: toStatus(match), article: toOpenArticle(page), match, coverage: coverage.value });
}

/** The match has already looked this address up, so the server learns nothing new. */
async function answerFromLookup(
  { source, page, signal }: Question,
  { match, address }: { readonly match: Match; readonly address: string },
): Promise<Result<SourceAnswer, CoverageError>> {
  const known = await source.lookup([address], signal);
  if (!known.ok) return known;
  const story = known.value.get(address);
  if (story?.id !== match.storyId) return ok(toUncovered(page));
  return ok(
    answerFromSummary(page, { match, story, hasOthers: story.outlets > 1 || story.first?.outletId !== page.outletId }),
  );
}

type Summarized = { readonly match: Match; readonly story: StorySummary; readonly hasOthers: boolean };

function answerFromSummary(page: ReadPage, { match, story, hasOthers }: Summarized): SourceAnswer {
  if (!hasOthers) return toUncovered(page);
  return { status: toStatus(match), article: toOpenArticle(page), match, coverage: toSummaryOnly(story) };
}

/** The address that it was found by; null for a match by words, which the server was sent anyway. */
function findMatchedAddress({ reasons }: Match, { url, sourceUrl }: ArticleProbe): string | null {
  if (reasons.some(({ kind }) => kind === 'same-url')) return url;
  return reasons.some(({ kind }) => kind === 'source-url') ? (sourceUrl ?? null) : null;
}

const toUncovered = (page: ReadPage): SourceAnswer => ({ status: 'uncovered', article: toOpenArticle(page) });

const toStatus = ({ confidence }: Match) => (confidence >= SHOWN_AS_FACT ? 'covered' : 'possible');

const matchByUrl = ({ id }: StorySummary): Match => ({
  storyId: id,
  confidence: 1,
  reasons: [{ kind: 'same-url' }],
});

/** Coverage that has only its summary, enough for the toolbar button's number (`isSummaryOnly`). */
function toSummaryOnly(story: StorySummary): Coverage {
  const none = { counts: [], unknown: 0 };
  const facets = { factuality: none, ownership: none, countries: none, languages: none };
  return { story, articles: [], outlets: {}, ...facets, engineVersion: 0 };
}

export const isSummaryOnly = (page: PageState): boolean =>
  (page.status === 'covered' || page.status === 'possible') && page.coverage.articles.length === 0;

/** Whether any outlet but the page's own covers the story. */
const hasOthers = (coverage: Coverage, page: ReadPage): boolean =>
  coverage.articles.some((article) => article.outletId !== page.outletId);

const toOpenArticle = ({ url, title, kind, outletId, publishedAt }: ReadPage): OpenArticle => ({
  url,
  title,
  kind,
  host: new URL(url).hostname,
  outletId,
  publishedAt,
});
