// If an article was separated from several stories, undo applies to the last one.
import { beforeEach, describe, expect, test } from 'vitest';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import { findSeparated } from '../../../../utils/coverage/find-separated.ts';
import { createRemoteSeparations } from '../../../../utils/coverage/remote/keep-remote-separations.ts';
import { createStore } from '../../../../utils/store/database.ts';
import {
  type Fixture,
  fetchedFeed,
  NOW,
  neverAborted,
  startFreshProfile,
  startWorker,
  succeed,
  urlOf,
} from '../../../support/on-device-fixtures.ts';
import { createTopicClustering } from '../../../support/topic-clusterer.ts';

const PAGE = 'https://page.test/all-of-it';
const TITLES = ['bridge closed', 'harbour open', 'ferry late'] as const;
type Title = (typeof TITLES)[number];
const articleId = toArticleId(PAGE);

beforeEach(() => startFreshProfile());

/** Separates the page from these stories, one after the other. */
async function separateInTurn(titles: readonly Title[]): Promise<Fixture> {
  let now = NOW;
  const fixture = startWorker({ now: () => now });
  await succeed(
    fixture.source.ingest(
      fetchedFeed(
        'one.test',
        TITLES.map((title) => ({ title })),
      ),
    ),
  );
  for (const title of titles) {
    now += 1000;
    await succeed(fixture.source.separate({ articleId, storyId: await storyIdOf(fixture, title) }));
  }
  return fixture;
}

async function storyIdOf({ source }: Fixture, title: Title): Promise<StoryId> {
  const url = urlOf('one.test', title);
  return StoryId.parse((await succeed(source.lookup([url], neverAborted()))).get(url)?.id);
}

const titleToUndo = async ({ store }: Fixture) => (await succeed(findSeparated(store, PAGE)))?.title;

describe.each([[['bridge closed', 'harbour open']], [['harbour open', 'bridge closed']]] as const)(
  'after %j',
  (titles) => {
    const [first, last] = titles;

    test('the latest is undone, then the one before', async () => {
      const fixture = await separateInTurn(titles);
      expect(await titleToUndo(fixture)).toBe(last);
      await succeed(fixture.source.unseparate({ articleId, storyId: await storyIdOf(fixture, last) }));
      expect(await titleToUndo(fixture)).toBe(first);
    });

    test('a separation from before times were stored counts as the oldest', async () => {
      const fixture = await separateInTurn(titles);
      const storyId = await storyIdOf(fixture, last);
      await succeed(fixture.store.run((db) => db.put('separations', { articleId, storyId, familyBefore: null })));
      expect(await titleToUndo(fixture)).toBe(first);
    });

    test('the latest is so after an update of the engine too', async () => {
      await separateInTurn(titles);
      const loadClustering = async () => createTopicClustering({ prefix: 'v2', engineVersion: 2 });
      const renewed = startWorker({ engineVersion: 2, loadClustering });
      await succeed(renewed.source.ingest(fetchedFeed('two.test', [{ title: 'market up' }])));
      expect(await storyIdOf(renewed, last)).toMatch(/^v2-/);
      expect(await titleToUndo(renewed)).toBe(last);
    });

    test('two merged stories count by the later separation', async () => {
      const fixture = await separateInTurn([first, 'ferry late', last]);
      await succeed(fixture.source.ingest(fetchedFeed('two.test', [{ title: 'bridge+harbour plan' }])));
      const merged = await storyIdOf(fixture, last);
      expect(merged).toBe(await storyIdOf(fixture, first));
      expect((await succeed(findSeparated(fixture.store, PAGE)))?.storyId).toBe(merged);
    });

    test('and of a server’s stories too', async () => {
      let now = NOW;
      const separations = createRemoteSeparations({ store: createStore(), now: () => now });
      for (const title of titles) {
        now += 1000;
        await succeed(separations.separate({ articleId, storyId: StoryId.parse(title), title }));
      }
      expect(await separations.find(PAGE)).toMatchObject({ storyId: last });
      expect(await separations.findStories(articleId)).toHaveLength(2);
    });
  },
);
