// Ingests the articles of a feed even when the engine fails on one of them: that one is set aside, and the others are stored.
//
//   all at once ──fails──▶ maintenance alone ──▶ one by one ──▶ the feed's state, with those that failed
//
// The state is written last: if the worker is stopped before, the feed is asked again, and the stored articles are known.
import type { ArticleId } from '../../engine/ids.ts';
import type { CoverageError } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import { type IngestParts, type IngestReport, ingestArticles } from './ingest-articles.ts';
import { logEngineFailure } from './log-engine-failure.ts';
import { maintainIndex } from './maintain-index.ts';
import { addSetAside, listSetAside } from './set-aside.ts';

export async function ingestOrSetAside(parts: IngestParts): Promise<Result<IngestReport, CoverageError>> {
  const { deps, state } = parts;
  const isSetAside = new Set(listSetAside(state, deps.engineVersion));
  const articles = parts.articles.filter(({ id }) => !isSetAside.has(id));
  try {
    return await ingestArticles({ ...parts, articles });
  } catch (cause) {
    logEngineFailure(cause, 'a feed is taken article by article');
    return await ingestOneByOne({ ...parts, articles });
  }
}

async function ingestOneByOne(parts: IngestParts): Promise<Result<IngestReport, CoverageError>> {
  const { deps, articles, state } = parts;
  // Throws where the engine fails without these articles, too: then they are not to blame.
  const checked = await maintainIndex(parts);
  if (!checked.ok) return checked;
  const failed: ArticleId[] = [];
  let report: IngestReport = { added: 0, changed: 0, known: 0 };
  for (const article of articles) {
    try {
      const taken = await ingestArticles({ ...parts, articles: [article], state: null });
      if (!taken.ok) return taken;
      report = add(report, taken.value);
    } catch (cause) {
      logEngineFailure(cause, `the article ${article.id} is set aside`);
      failed.push(article.id);
    }
  }
  const after = state && addSetAside(state, { engineVersion: deps.engineVersion, failed });
  const written = await ingestArticles({ ...parts, articles: [], state: after });
  return written.ok ? ok(report) : written;
}

const add = (one: IngestReport, other: IngestReport): IngestReport => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  known: one.known + other.known,
});
