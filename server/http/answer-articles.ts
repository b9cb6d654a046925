// POST /v1/articles: takes in articles of others' crawls; answers after they are on disk, and never before.
import { ArticlesQuestion } from '../../engine/api.ts';
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { countWaiting } from '../store/count-waiting.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';
import { readJsonBody } from './read-json-body.ts';
import { jsonReply } from './reply.ts';

/** 500 articles with bodies at their longest in a Latin script; three bytes a letter need smaller batches. */
const BODY_BYTES_MAX = 16 * 1024 * 1024;

export function createArticles({ database, catalogue, index, config, now, log }: ApiParts): Handler {
  const { directory } = catalogue;
  return async (ask) => {
    // As long as nothing is served nobody counts them: where no clusterer runs, all would be taken that is given.
    const waiting = index.current()?.waiting ?? (await countWaiting(database, config.waitingMax + 1));
    if (waiting > config.waitingMax) {
      const detail = `${waiting} articles wait for their story. Send the same batch again later.`;
      return problemReply('busy', { detail, headers: { 'retry-after': '30' } });
    }
    const body = await readJsonBody(ask.req.raw, BODY_BYTES_MAX);
    if (!body.ok) return problemReply(body.error.reason === 'too-large' ? 'too-large' : 'bad-request');
    const question = ArticlesQuestion.safeParse(body.value);
    if (!question.success) {
      const detail = 'The question is {"articles": […]} with at most 500 of them.';
      return problemReply('bad-request', { detail });
    }
    // Large, and most processes that answer are given no articles.
    const { takeGivenArticles } = await import('../ingest/take-given-articles.ts');
    const identifyLanguage = await loadLanguageIdentifier();
    const { articles } = question.data;
    const batch = { articles, directory, identifyLanguage, now, log, keepSince: now() - config.keepMs };
    return jsonReply(await takeGivenArticles(database, batch), { status: 202 });
  };
}
