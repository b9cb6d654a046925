// By which words an article is found, which words of a page are searched for, and which stories come first.
import { describe, expect, it } from 'vitest';
import { ArticleId, StoryId } from '../../../../engine/ids.ts';
import { chooseTerms, HITS_MAX } from '../../../../server/match/choose-terms.ts';
import {
  chooseSigns,
  createTermReader,
  daysAround,
  readMatchTerms,
  toDayTerm,
} from '../../../../server/match/match-terms.ts';
import { rankStories } from '../../../../server/match/rank-stories.ts';

const DAY = 86_400_000;
const AT = 20_000 * DAY + 5 * 3_600_000;
const article = {
  id: ArticleId.parse('a'),
  title: 'Karstova bridge closed',
  lead: 'The engineers of Oriel found 12 cracks.',
  lang: 'en',
  publishedAt: AT,
  firstSeenAt: AT + DAY,
};

describe('the words of an article', () => {
  it('are those of its title, then names and numbers, then others, none twice and none that say nothing', () => {
    const keys = createTermReader().keysOf(article);
    expect(keys).toEqual([
      ...['en:karstova', 'en:bridg', 'en:close'],
      ...['en:oriel', '#12'],
      ...['en:engin', 'en:found', 'en:crack'],
    ]);
  });

  it('are few, however long the text', () => {
    const lead = Array.from({ length: 500 }, (_, n) => `Word${String.fromCharCode(97 + (n % 26))}x${n}`).join(' ');
    expect(createTermReader().keysOf({ ...article, lead })).toHaveLength(24);
  });

  it('are those of one day: the published one where it is known', () => {
    const [dated] = readMatchTerms([article]);
    expect(dated).toMatchObject({ articleId: 'a', at: AT });
    expect(dated?.terms).toContain(toDayTerm('en:karstova', 20_000));
    const [undated] = readMatchTerms([{ ...article, publishedAt: null }]);
    expect(undated?.terms).toContain(toDayTerm('en:karstova', 20_001));
    expect(daysAround(AT)).toEqual([19_998, 19_999, 20_000, 20_001, 20_002]);
  });

  it('are signs that other languages share, too: names and numbers first, then headline words, then countries', () => {
    const [read] = readMatchTerms([article]);
    for (const sign of ['@krst', '=bridge', '@12']) expect(read?.terms).toContain(toDayTerm(sign, 20_000));
    expect(chooseSigns(['^FR', '~karst', '=bridge', '@krstb'])).toEqual(['@krstb', '=bridge', '^FR']);
    expect(chooseSigns(Array.from({ length: 100 }, (_, n) => `@${n}`))).toHaveLength(12);
  });

  it('are whole numbers of 32 bits, as the database keeps them', () => {
    for (const term of readMatchTerms([article])[0]?.terms ?? []) expect(term).toBe(term | 0);
  });
});

describe('the words that are asked for', () => {
  const shares: Readonly<Record<string, number>> = { karstova: 0.0001, bridge: 0.004, closed: 0.01, after: 0.3 };
  const words = {
    shareOf: (key: string) => shares[key] ?? 0,
    rarityOf: (key: string) => -Math.log(shares[key] ?? 1e-6),
  };
  const ask = (keys: readonly string[], articles: number) =>
    [...new Set(chooseTerms({ keys, days: [1, 2], articles, words }).map(({ key }) => key))].sort();

  it('are the rarest ones, up to a limit on the articles that they are expected to find', () => {
    expect(ask(['after', 'karstova', 'closed', 'bridge'], 100_000)).toEqual(['bridge', 'closed', 'karstova']);
    expect(ask(['after', 'karstova', 'closed', 'bridge'], 1000)).toEqual(['after', 'bridge', 'closed', 'karstova']);
  });

  it('are at least three, so that plain pages find something too', () => {
    expect(ask(['after', 'closed', 'bridge'], 10 * HITS_MAX)).toEqual(['after', 'bridge', 'closed']);
  });

  it('are asked for on each of the days', () => {
    const asked = chooseTerms({ keys: ['karstova'], days: [1, 2], articles: 100, words });
    expect(asked.map(({ term }) => term)).toEqual([toDayTerm('karstova', 1), toDayTerm('karstova', 2)]);
  });
});

describe('the stories that are compared', () => {
  const [a, b] = [StoryId.parse('s-a'), StoryId.parse('s-b')];
  const asked = [
    { term: 1, key: 'karstova', rarity: 9 },
    { term: 2, key: 'karstova', rarity: 9 },
    { term: 3, key: 'bridge', rarity: 5 },
  ];

  it('come by the rarity of their words, each word once on whatever days', () => {
    const hits = [
      { storyId: a, term: 3, msApart: 0 },
      { storyId: b, term: 1, msApart: 0 },
      { storyId: b, term: 2, msApart: 0 },
    ];
    expect(rankStories(hits, { asked, isDated: true })).toEqual([b, a]);
  });

  it('come later when they are further in time, where the page has a time', () => {
    const hits = [
      { storyId: a, term: 1, msApart: 40 * 3_600_000 },
      { storyId: b, term: 3, msApart: 0 },
    ];
    expect(rankStories(hits, { asked, isDated: true })).toEqual([b, a]);
    expect(rankStories(hits, { asked, isDated: false })).toEqual([a, b]);
  });

  it('are few of those that share words', () => {
    const hits = Array.from({ length: 50 }, (_, n) => ({ storyId: StoryId.parse(`s-${n}`), term: 1, msApart: n }));
    expect(rankStories(hits, { asked, isDated: true })).toHaveLength(6);
  });
});
