// The on-device source, with the real engine and an in-memory IndexedDB, fulfils the contract.
import { expect, test } from 'vitest';
import { StoryId, toArticleId } from '../../engine/ids.ts';
import { StoredArticle } from '../../utils/store/records.ts';
import {
  fetchedFeed,
  HOUR,
  NOW,
  neverAborted,
  readDatabase,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../support/on-device-fixtures.ts';
import { coverageSourceContract } from './coverage-source.ts';
import { createOnDeviceContractIndex, realEngine } from './on-device-index.ts';

coverageSourceContract('the on-device source', createOnDeviceContractIndex);

coverageSourceContract('the on-device source after a restart of the worker', async () => {
  const { merge } = await createOnDeviceContractIndex();
  return { source: startWorker(realEngine).source, merge };
});

test('an article that is put back into its story is a copy of the same text again, not a report of its own', async () => {
  startFreshProfile();
  const { source } = startWorker(realEngine);
  const title = 'Westmark harbour bridge collapses after storm Zelda';
  const summary =
    'The harbour bridge in Westmark collapsed on Monday after storm Zelda tore two of its cables, the city said, and twelve people were taken to hospital while divers searched the river for cars.';
  const hosts = ['one.test', 'two.test', 'three.test'];
  const take = (host: string, hours: number) =>
    succeed(source.ingest(fetchedFeed(host, [{ title, summary, publishedAt: NOW - hours * HOUR }])));
  for (const [at, host] of hosts.entries()) await take(host, 5 - at);
  const url = urlOf('one.test', title);
  const readStory = async () => (await succeed(source.lookup([url], neverAborted()))).get(url);
  const readFamilies = async () => {
    const { articles = [] } = await readDatabase();
    return new Set(articles.map((article) => StoredArticle.parse(article).familyId));
  };
  const before = await readStory();
  expect(before).toMatchObject({ articles: 3, reports: 1 });

  const pair = await succeed(
    source.separate({ articleId: toArticleId(url), storyId: before?.id ?? StoryId.parse('s-none') }),
  );
  expect(await readFamilies()).toHaveProperty('size', 2);
  await succeed(source.unseparate(pair));
  expect(await readStory()).toEqual(before);
  expect(await readFamilies()).toHaveProperty('size', 1);

  // A copy that arrives while it is apart joins its story, and comes along when it is put back.
  await succeed(source.separate(pair));
  await take('four.test', 1);
  await succeed(source.unseparate(pair));
  expect(await readStory()).toMatchObject({ id: before?.id, articles: 4, reports: 1 });
  expect(await readFamilies()).toHaveProperty('size', 1);
});
