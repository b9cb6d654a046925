// From submitting an article to finding it: a cached answer is dropped once it lacks an article that has its place.
import { describe, expect, it } from 'vitest';
import { ArticlesAnswer, LookupAnswer, MetaAnswer, StoryAnswer } from '../../engine/api.ts';
import { toArticleId } from '../../engine/ids.ts';
import { startClustering } from '../../server/cluster/start-clustering.ts';
import { createTestApi, HOUR, inventCatalogue, NOW } from '../support/server/api-fixtures.ts';
import { TEST_DATABASES, useDatabase } from '../support/server/test-databases.ts';
import { until } from '../support/until.ts';

const TOKEN = 'token-of-somebody-who-crawls';
const QUIET = { info() {}, warn() {}, error() {} };

describe.each(TEST_DATABASES)('the API over $kind without clustering', (kind) => {
  const database = useDatabase(kind);

  it('takes no more than may wait, though nothing is served yet', { timeout: 60_000 }, async () => {
    const { api, ask } = await createTestApi({ database, config: { articleTokens: [TOKEN], waitingMax: 0 } });
    const give = (title: string) => {
      const articles = [{ url: 'https://morning-courier.test/bridge', title, lead: '' }];
      const headers = { authorization: `Bearer ${TOKEN}` };
      return ask('/v1/articles', { method: 'POST', headers, body: JSON.stringify({ articles }) });
    };
    expect((await give('Karstova bridge closed')).status).toBe(202);
    const refused = await give('Karstova bridge opened');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
    await api.stop();
  });
});

describe.each(TEST_DATABASES)('the API over $kind with clustering beside it', (kind) => {
  it('finds given articles by lookup as soon as they have their place', { timeout: 120_000 }, async () => {
    const database = await kind.openMigrated();
    const begun = Date.now();
    const now = () => NOW + Date.now() - begun; // batches end by the clock
    const parts = { database, catalogue: inventCatalogue(), now, log: QUIET, keepMs: 14 * 24 * HOUR };
    const clustering = await startClustering(parts);
    const { api, ask } = await createTestApi({ database, config: { articleTokens: [TOKEN] }, now });
    const give = async (...articles: { url: string; title: string; lead: string }[]) => {
      const headers = { authorization: `Bearer ${TOKEN}` };
      const response = await ask('/v1/articles', { method: 'POST', headers, body: JSON.stringify({ articles }) });
      expect(response.status).toBe(202);
      expect(ArticlesAnswer.parse(await response.json()).added).toBe(articles.length);
    };
    const lookUp = async (url: string) => {
      const { articles, stories } = LookupAnswer.parse(await (await ask('/v1/lookup/all')).json());
      const found = articles.find(({ id }) => id === toArticleId(url));
      return found === undefined ? null : (stories[found.story] ?? null);
    };
    const [first, second] = [
      {
        url: 'https://morning-courier.test/bridge',
        title: 'Karstova bridge closed after inspectors find cracks',
        lead: 'Engineers closed the Karstova bridge after inspectors found cracks in its main cable.',
      },
      {
        url: 'https://valley-record.test/bridge',
        title: 'Inspectors find cracks, Karstova bridge closed',
        lead: 'The Karstova bridge is closed: inspectors found cracks in the main cable.',
      },
    ] as const;

    await until(async () => expect((await ask('/v1/meta')).status).toBe(200));
    expect(await lookUp(first.url)).toBeNull(); // cached from here on
    await give(first);
    const story = await until(async () => {
      const found = await lookUp(first.url);
      expect(found).not.toBeNull();
      return found;
    });
    expect(story?.articles).toBe(1);

    await give(second);
    await until(async () => expect((await lookUp(second.url))?.articles).toBe(2));
    const coverage = StoryAnswer.parse(await (await ask(`/v1/stories/${(await lookUp(second.url))?.id}`)).json());
    expect(coverage.articles.map(({ outletId }) => outletId).sort()).toEqual(['courier', 'record']);
    await until(async () => {
      expect(MetaAnswer.parse(await (await ask('/v1/meta')).json()).freshness.waiting).toBe(0);
    });
    await api.stop();
    await clustering.stop();
    await database.close();
  });
});
