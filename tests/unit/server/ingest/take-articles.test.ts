// Articles that arrive once, repeatedly, changed, with odd text, and from two sources at the same time. On both kinds of database.
import { describe, expect, test } from 'vitest';
import { OutletId } from '../../../../engine/ids.ts';
import { type GivenText, takeArticles } from '../../../../server/ingest/take-articles.ts';
import { readIntake } from '../../../../server/store/intake.ts';
import { givenArticle, HOUR, NOON } from '../../../support/server/invented-articles.ts';
import { TEST_DATABASES, useEmptiedDatabase } from '../../../support/server/test-databases.ts';

describe.each(TEST_DATABASES)('on $kind', (kind) => {
  const database = useEmptiedDatabase(kind);

  const take = (articles: readonly GivenText[], now = NOON) =>
    database.transaction((queries) => takeArticles(queries, { articles, now: () => now, keepSince: NOON - 24 * HOUR }));
  const intake = () => readIntake(database, { generation: 1, shard: 'all', after: 0 });

  test('the same batch again changes nothing', async () => {
    const articles = [givenArticle('one'), givenArticle('two', { publishedAt: null }), givenArticle('one')];
    expect(await take(articles)).toEqual({ added: 2, changed: 0, known: 0, old: 0 });
    expect(await take(articles)).toEqual({ added: 0, changed: 0, known: 2, old: 0 });
    const entries = await intake();
    expect(entries.map((entry) => entry.kind === 'article' && entry.article.url)).toEqual([
      articles[0]?.url,
      articles[1]?.url,
    ]);
    expect(entries.map(({ no, takenAt }) => [no, takenAt])).toEqual([
      [1, NOON],
      [2, NOON],
    ]);
  });

  test('a changed headline is logged with the text it has now, and a former one is no change', async () => {
    await take([givenArticle('one', { body: 'Full text.' })]);
    const changed = givenArticle('one', { title: 'Another headline', lead: '' });
    expect(await take([changed])).toEqual({ added: 0, changed: 1, known: 0, old: 0 });
    expect(await take([givenArticle('one')])).toEqual({ added: 0, changed: 0, known: 1, old: 0 });
    const [first, second] = await intake();
    expect(first).toMatchObject({ article: { title: 'Headline of one', body: 'Full text.' } });
    expect(second).toMatchObject({
      article: { title: 'Another headline', lead: 'What one is about.', body: 'Full text.' },
    });
    const [row] = await database.query('select title, former_titles, link from articles');
    expect(row).toEqual({
      title: 'Another headline',
      former_titles: ['Headline of one'],
      link: expect.stringContaining('?from=feed'),
    });
  });

  test('the feed of another outlet changes no headline', async () => {
    const known = givenArticle('one');
    const changed = { ...known, title: 'Another headline' };
    const takeFrom = (saidBy: OutletId) =>
      database.transaction((queries) =>
        takeArticles(queries, { articles: [changed], now: () => NOON, keepSince: 0, saidBy }),
      );
    await take([known]);
    expect(await takeFrom(OutletId.parse('another'))).toEqual({ added: 0, changed: 0, known: 1, old: 0 });
    expect(await takeFrom(known.outletId)).toEqual({ added: 0, changed: 1, known: 0, old: 0 });
  });

  test('what was published before the kept days is left out', async () => {
    const old = givenArticle('old', { publishedAt: NOON - 25 * HOUR });
    expect(await take([old, givenArticle('new')])).toEqual({ added: 1, changed: 0, known: 0, old: 1 });
    expect(await take([old])).toEqual({ added: 0, changed: 0, known: 0, old: 1 });
  });

  test('what has expired is left out, unless it is known', async () => {
    await take([givenArticle('known')]);
    const articles = [givenArticle('known', { title: 'Another headline' }), givenArticle('gone'), givenArticle('new')];
    const report = await database.transaction((queries) =>
      takeArticles(queries, { articles, now: () => NOON, keepSince: 0, isExpired: ({ url }) => !url.includes('new') }),
    );
    expect(report).toEqual({ added: 1, changed: 1, known: 0, old: 1 });
  });

  test('text that PostgreSQL refuses is stored without what it refuses', async () => {
    await take([givenArticle('one', { title: 'A\0B \ud83d C 🌉', lead: '\udfff', credit: 'x\0', body: '\\u0000 "' })]);
    const [row] = await database.query('select title, lead, credit, body from articles');
    expect(row).toEqual({ title: 'AB  C 🌉', lead: '', credit: 'x', body: '\\u0000 "' });
    expect(await intake()).toMatchObject([{ article: { title: 'AB  C 🌉' } }]);
  });

  test('nothing is taken when the transaction fails later', async () => {
    const failing = database.transaction(async (queries) => {
      await takeArticles(queries, { articles: [givenArticle('one')], now: () => NOON, keepSince: 0 });
      throw new Error('feed state could not be written');
    });
    await expect(failing).rejects.toThrow('feed state');
    expect(await database.query('select id from articles')).toEqual([]);
    expect(await intake()).toEqual([]);
  });

  test('many at once, overlapping and in any order, are each taken once, and numbered in the order of commit', async () => {
    const all = Array.from({ length: 40 }, (_, n) => givenArticle(`article-${n}`));
    const batches = Array.from({ length: 12 }, (_, n) => {
      const batch = all.slice(n * 2, n * 2 + 18);
      return n % 2 === 0 ? batch : batch.toReversed();
    });
    let isOver = false;
    const seen: number[] = [];
    const follow = async () => {
      while (!isOver) {
        const found = await readIntake(database, { generation: 1, shard: 'all', after: seen.at(-1) ?? 0 });
        seen.push(...found.map(({ no }) => no));
      }
    };
    const following = follow();
    const reports = await Promise.all(batches.map((batch) => take(batch)));
    isOver = true;
    await following;
    const numbers = (await intake()).map(({ no }) => no);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(40);
    // A reader that always asks for what follows the last number it saw misses nothing.
    expect(numbers).toHaveLength(40);
    expect(seen).toEqual(numbers.slice(0, seen.length));
  });

  test('each language goes to its shard, and others to the one for others', async () => {
    await database.query(`insert into shards values ('german', '{de}')`);
    await take([givenArticle('one', { lang: 'de' }), givenArticle('two', { lang: 'fr' })]);
    const rows = await database.query('select lang, shard from articles order by lang');
    expect(rows).toEqual([
      { lang: 'de', shard: 'german' },
      { lang: 'fr', shard: 'all' },
    ]);
    expect(await readIntake(database, { generation: 1, shard: 'german', after: 0 })).toHaveLength(1);
  });
});
