// Finds the coverage of a page that was read: lookup by URL first, then match by content, and says which states follow.
import type { ArticleProbe, CoverageError, CoverageSource } from '../../engine/ports.ts';
import { SHOWN_AS_FACT } from '../../engine/ports.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import type { Coverage, Match } from '../../engine/schema.ts';
import type { OpenArticle, PageState } from '../tab-state.ts';

/** Below this a match is not worth showing even as a question: two of three such pairs are wrong. */
const SHOWN_AS_POSSIBLE = 0.35;

export type AnsweredState = Extract<PageState, { status: 'uncovered' | 'possible' | 'covered' }>;

type Question = { readonly source: CoverageSource; readonly probe: ArticleProbe; readonly signal: AbortSignal };

export async function answerPage({ source, probe, signal }: Question): Promise<Result<AnsweredState, CoverageError>> {
  const article = toOpenArticle(probe);
  const found = await findMatch({ source, probe, signal });
  if (!found.ok) return found;
  const match = found.value;
  if (match === null || match.confidence < SHOWN_AS_POSSIBLE) return ok({ status: 'uncovered', article });

  const coverage = await source.story(match.storyId, signal);
  if (!coverage.ok) return coverage;
  if (coverage.value === null || !hasOthers(coverage.value, probe)) return ok({ status: 'uncovered', article });
  const status = match.confidence >= SHOWN_AS_FACT ? 'covered' : 'possible';
  return ok({ status, article, match, coverage: coverage.value });
}

async function findMatch({ source, probe, signal }: Question): Promise<Result<Match | null, CoverageError>> {
  const known = await source.lookup([probe.url], signal);
  if (!known.ok) return err(known.error);
  const story = known.value.get(probe.url);
  if (story) return ok({ storyId: story.id, confidence: 1, reasons: [{ kind: 'same-url' }] });
  return source.match(probe, signal);
}

/** A story that only the page's own outlet has is no coverage by others. */
const hasOthers = (coverage: Coverage, probe: ArticleProbe): boolean =>
  coverage.articles.some((article) => article.outletId !== probe.outletId);

const toOpenArticle = ({ url, title, kind, outletId }: ArticleProbe): OpenArticle => ({
  url,
  title,
  kind,
  host: new URL(url).hostname,
  outletId,
});
