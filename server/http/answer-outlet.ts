// GET /v1/outlets/{id}: an outlet with its ratings, and how many of its articles and stories are in the index.
import type { OutletAnswer } from '../../engine/api.ts';
import { OutletId } from '../../engine/ids.ts';
import { readOutletCounts } from '../store/read-counts.ts';
import { answerFromCache } from './answer-from-cache.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';

export function createOutlet(parts: ApiParts): Handler {
  const { database, catalogue, index } = parts;
  return (ask) => {
    const id = OutletId.safeParse(ask.req.param('id'));
    if (!id.success) return problemReply('not-found');
    const served = index.current();
    if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
    const { generation } = served;
    return answerFromCache(parts, {
      ask,
      rule: 'outlet',
      key: `${generation} ${id.data}`,
      async make(): Promise<OutletAnswer | null> {
        const outlet = catalogue.directory.get(id.data);
        const counts = await readOutletCounts(database, id.data);
        // A host that the registry does not know counts as an outlet only while the index has articles of it.
        if (outlet === null && counts.articles === 0) return null;
        return {
          outlet: catalogue.rater.rate(id.data),
          type: outlet?.type ?? 'unknown',
          languages: [...(outlet?.languages ?? [])],
          ...counts,
        };
      },
    });
  };
}
