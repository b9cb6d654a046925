// What the API reads from a small index written by the cluster role: by prefix, by story, in pages, and in numbers.
import { beforeAll, describe, expect, test } from 'vitest';
import { HashPrefix, toHashPrefix } from '../../../../engine/api.ts';
import { computeCoverage } from '../../../../engine/coverage/compute-coverage.ts';
import { OutletId, StoryId } from '../../../../engine/ids.ts';
import { StorySummary } from '../../../../engine/schema.ts';
import { readIndexCounts, readOutletCounts } from '../../../../server/store/read-counts.ts';
import { readLookup, readSmallestCrowd, toIdRange } from '../../../../server/store/read-lookup.ts';
import { readStories, type StoriesCursor, type StoriesPageQuestion } from '../../../../server/store/read-stories.ts';
import { readMembers, readStory } from '../../../../server/store/read-story.ts';
import {
  feed,
  inventArticles,
  NO_RATINGS,
  startTestClustering,
  toPosts,
  waitUntilPlaced,
} from '../../../support/server/clustering-fixtures.ts';
import { TEST_DATABASES, useDatabase } from '../../../support/server/test-databases.ts';

test('a prefix of bits is a range of ids', () => {
  const range = (bits: string) => toIdRange(HashPrefix.parse(bits));
  expect(range('all')).toEqual({ from: '', before: 'g' });
  expect(range('1010')).toEqual({ from: 'a', before: 'ag' });
  expect(range('101')).toEqual({ from: 'a', before: 'bg' });
  expect(range('00000000111')).toEqual({ from: '00e', before: '00fg' });
});

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const articles = inventArticles(300);
  const database = useDatabase(kind);
  beforeAll(async () => {
    expect(await readIndexCounts(database)).toEqual({
      articles: 0,
      stories: 0,
      outlets: 0,
      waiting: 0,
      articleSeenAt: null,
    });
    for (const [no, post] of toPosts(articles).entries()) await feed(database, post, no);
    const clustering = await startTestClustering(database);
    await waitUntilPlaced(database);
    await clustering.stop();
  }, 180_000);

  test('a lookup finds exactly the articles of a prefix, each with its story', async () => {
    const all = await readLookup(database, 'all');
    expect(all.articles.map(({ id }) => id)).toEqual(articles.map(({ id }) => id).sort());
    const summaries = all.stories.map((text) => StorySummary.parse(JSON.parse(text)));
    expect(new Set(summaries.map(({ id }) => id)).size).toBe(summaries.length);
    for (const bits of [1, 2, 3, 4, 5, 6, 8, 11]) {
      const id = articles[7]?.id ?? '';
      const found = await readLookup(database, toHashPrefix(id, bits));
      const expected = all.articles.filter((one) => toHashPrefix(one.id, bits) === toHashPrefix(id, bits));
      expect(found.articles.map((one) => one.id)).toEqual(expected.map((one) => one.id));
      const storyOf = (answer: typeof all, story: number) => JSON.parse(answer.stories[story] ?? '').id;
      expect(found.articles.map(({ story }) => storyOf(found, story))).toEqual(
        expected.map(({ story }) => storyOf(all, story)),
      );
    }
  });

  test('the smallest crowd of a length is that of its least used prefix', async () => {
    for (const bits of [0, 1, 3, 5, 12]) {
      const crowds = new Map<string, number>();
      for (const { id } of articles) {
        const prefix = toHashPrefix(id, bits);
        crowds.set(prefix, (crowds.get(prefix) ?? 0) + 1);
      }
      const expected = crowds.size === 2 ** bits ? Math.min(...crowds.values()) : 0;
      expect(await readSmallestCrowd(database, bits)).toBe(expected);
    }
  });

  test('a story comes with the members that its summary counts; a merged one says where it went', async () => {
    const { stories } = await readStories(database, { view: 'top', limit: 5, after: null });
    for (const summary of stories) {
      expect(await readStory(database, summary.id)).toEqual({ status: 'live' });
      const members = await readMembers(database, summary.id);
      expect(members.every(({ lead }) => lead.length > 0)).toBe(true);
      expect(computeCoverage({ storyId: summary.id, members, ...NO_RATINGS }).story).toEqual(summary);
    }
    const [merged] = await database.query('select id, merged_into from stories where merged_into is not null');
    expect(await readStory(database, StoryId.parse(merged?.id))).toEqual({
      status: 'merged',
      into: merged?.merged_into,
    });
    expect(await readStory(database, StoryId.parse('s-unknown'))).toBeNull();
  });

  test('a member tells the headlines that it had before, newest first', async () => {
    const [summary] = (await readStories(database, { view: 'top', limit: 1, after: null })).stories;
    if (summary === undefined) throw new Error('no story');
    const [member] = await readMembers(database, summary.id);
    const formerTitles = ['Second headline', 'First headline'];
    await database.query('update articles set former_titles = $2 where id = $1', [member?.id, formerTitles]);
    const members = await readMembers(database, summary.id);
    expect(members.filter((one) => one.formerTitles.length > 0)).toEqual([{ ...member, formerTitles }]);
    const { articles: shown } = computeCoverage({ storyId: summary.id, members, ...NO_RATINGS });
    expect(shown.find(({ id }) => id === member?.id)?.formerTitles).toEqual(formerTitles);
  });

  async function readAllPages(question: Omit<StoriesPageQuestion, 'after' | 'limit'>, limit: number) {
    const found: StorySummary[] = [];
    let after: StoriesCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof readStories>> = await readStories(database, { ...question, limit, after });
      found.push(...page.stories);
      after = page.next;
    } while (after !== null);
    return found;
  }

  const compareIds = (a: StorySummary, b: StorySummary) => (a.id < b.id ? -1 : 1);
  const latest = (a: StorySummary, b: StorySummary) => b.updatedAt - a.updatedAt || compareIds(a, b);

  test('pages hold every story once, in order, whatever their size', async () => {
    const { stories: counted } = await readIndexCounts(database);
    const byTime = await readAllPages({ view: 'latest' }, 7);
    expect(byTime).toHaveLength(counted);
    expect(byTime).toEqual(byTime.toSorted(latest));
    expect(await readAllPages({ view: 'latest' }, 100)).toEqual(byTime);
    const top = await readAllPages({ view: 'top' }, 9);
    expect(top).toEqual(byTime.toSorted((a, b) => b.reports - a.reports || latest(a, b)));
    const since = byTime[20]?.updatedAt ?? 0;
    expect(await readAllPages({ view: 'latest', since }, 10)).toEqual(byTime.filter((s) => s.updatedAt >= since));
  });

  test('a damaged summary is left out, and takes no other story with it', async () => {
    const all = await readAllPages({ view: 'latest' }, 100);
    const [bad] = all.slice(3);
    await database.query(`update stories set summary = '{}'::json where id = $1`, [bad?.id]);
    expect(await readAllPages({ view: 'latest' }, 4)).toEqual(all.filter(({ id }) => id !== bad?.id));
    await database.query('update stories set summary = $2::json where id = $1', [bad?.id, JSON.stringify(bad)]);
  });

  test('stories are found by headline words without case and accents, by outlet, and not by what they lack', async () => {
    const all = await readAllPages({ view: 'latest' }, 100);
    const words = (all[3]?.title ?? '').split(' ').slice(0, 2);
    const asked = words.join(' ').toUpperCase().replace('A', 'Á');
    const found = await readAllPages({ view: 'search', text: asked }, 3);
    const has = (title: string) => words.every((word) => title.toLowerCase().split(' ').includes(word.toLowerCase()));
    expect(found).toEqual(all.filter(({ title }) => has(title)));
    expect(found.length).toBeGreaterThan(0);
    expect(await readAllPages({ view: 'search', text: 'nowhere to be found' }, 3)).toEqual([]);

    const outletId = OutletId.parse('host:outlet-3.test');
    const ofOutlet = await readAllPages({ view: 'latest', outletId }, 2);
    expect(await readOutletCounts(database, outletId)).toEqual({ articles: 1, stories: ofOutlet.length });
    const members = await readMembers(database, ofOutlet[0]?.id ?? StoryId.parse('none'));
    expect(members.some((member) => member.outletId === outletId)).toBe(true);
    expect(await readAllPages({ view: 'blindspot' }, 5)).toEqual([]); // no outlet is rated here
    expect(await readAllPages({ view: 'local', country: 'DE' }, 5)).toEqual([]);
  });

  test('counts what is there', async () => {
    expect(await readIndexCounts(database)).toEqual({
      articles: 300,
      stories: expect.any(Number),
      outlets: 300,
      waiting: 0,
      articleSeenAt: Math.max(...articles.map(({ firstSeenAt }) => firstSeenAt)),
    });
    await feed(database, inventArticles(301).slice(300), 1000);
    expect(await readIndexCounts(database)).toMatchObject({ articles: 300, waiting: 1 });
  });
});
