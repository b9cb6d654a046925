// What is remembered of feeds that nobody polls any more.
import { beforeEach, expect, it } from 'vitest';
import { createFeedState } from '../../../../engine/feed/feed-state.ts';
import { createStore } from '../../../../utils/store/database.ts';
import { forgetUnchosenFeeds } from '../../../../utils/store/feed-states.ts';
import { writeWith } from '../../../../utils/store/transaction.ts';
import { DAY, NOW, startFreshProfile, succeed } from '../../../support/on-device-fixtures.ts';

beforeEach(startFreshProfile);

const urlOf = (name: string) => `https://${name}.test/rss`;

it('is forgotten after a month, once and for all, and never that of a chosen feed', async () => {
  const store = createStore();
  const stateOf = (name: string, daysAgo: number) => ({
    ...createFeedState(urlOf(name)),
    lastAttemptAt: NOW - daysAgo * DAY,
  });
  const states = [stateOf('chosen', 400), stateOf('tried', 29), stateOf('left', 31), createFeedState(urlOf('unasked'))];
  await succeed(
    store.run((db) =>
      writeWith(db, ['feeds'], async (t) => {
        for (const state of states) await t.objectStore('feeds').put(state);
        await t.objectStore('feeds').put({ url: urlOf('damaged'), lastAttemptAt: 'often' } as never);
      }),
    ),
  );
  const forget = () =>
    succeed(
      store.run((db) =>
        writeWith(db, ['feeds'], async (t) => {
          await forgetUnchosenFeeds(t, { chosen: [{ url: urlOf('chosen') }], now: NOW });
          return await t.objectStore('feeds').getAllKeys();
        }),
      ),
    );
  expect(await forget()).toEqual([urlOf('chosen'), urlOf('tried')]);
  expect(await forget()).toEqual([urlOf('chosen'), urlOf('tried')]);
});
