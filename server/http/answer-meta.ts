// GET /v1/meta: describes this server: size and freshness of its index, and the prefix length for lookups.
import { API_VERSION, type MetaAnswer } from '../../engine/api.ts';
import { type Edition, listEditions } from '../../engine/outlet/editions.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { answerFromCache } from './answer-from-cache.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';

export function createMeta(parts: ApiParts): Handler {
  const { catalogue, config, index, needsToken } = parts;
  const editions = listEditions(catalogue.directory).map(toSummary);
  return (ask) => {
    const served = index.current();
    if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
    const { facts, waiting } = served;
    const meta: MetaAnswer = {
      api: API_VERSION,
      name: config.name,
      engineVersion: ENGINE_VERSION,
      index: { articles: facts.articles, stories: facts.stories, outlets: catalogue.directory.outlets.length },
      lookupBits: facts.lookupBits,
      lookupCrowd: facts.lookupCrowd,
      editions,
      freshness: { articleSeenAt: facts.articleSeenAt, waiting },
      needsToken,
    };
    return answerFromCache(parts, { ask, rule: 'meta', key: '', make: async () => meta });
  };
}

const toSummary = ({ id, country, languages, outlets }: Edition) => ({
  id,
  country,
  languages: [...languages],
  outlets,
});
