// POST /v1/articles: accepts articles that others have crawled, and answers only after they are on disk.
import { ArticlesQuestion } from '../../engine/api.ts';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { countWaiting } from '../store/count-waiting.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';
import { readJsonBody } from './read-json-body.ts';
import { jsonReply } from './reply.ts';

/** 500 articles with the longest bodies in a Latin script; scripts with three bytes a character need smaller batches. */
const BODY_BYTES_MAX = 16 * 1024 * 1024;

export function createArticles({ database, catalogue, index, config, now, log }: ApiParts): Handler {
  const { directory } = catalogue;
  return async (ask) => {
    // While no index is served nothing tracks this count, and without it a server with no clusterer would accept everything.
    const waiting = index.current()?.waiting ?? (await countWaiting(database, config.waitingMax + 1));
    if (waiting > config.waitingMax) {
      const detail = `${waiting} articles wait for their story. Send the same batch again later.`;
      return problemReply('busy', { detail, headers: { 'retry-after': '30' } });
    }
    const body = await readJsonBody(ask.req.raw, BODY_BYTES_MAX);
    if (!body.ok) return problemReply(body.error.reason === 'too-large' ? 'too-large' : 'bad-request');
    const question = ArticlesQuestion.safeParse(body.value);
    if (!question.success) {
      const detail = 'The body must be {"articles": […]} with at most 500 articles.';
      return problemReply('bad-request', { detail });
    }
    // A large module, and most API processes never receive articles.
    const { takeGivenArticles } = await import('../ingest/take-given-articles.ts');
    const identifyLanguage = await loadLanguageIdentifier();
    const { articles } = question.data;
    const batch = { articles, directory, identifyLanguage, now, log, keepSince: now() - config.keepMs };
    return jsonReply(await takeGivenArticles(database, batch), { status: 202 });
  };
}
