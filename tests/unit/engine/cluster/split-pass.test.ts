// Maintenance splits a story of two events, and every story id still leads to one.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { FamilyId, StoryId } from '../../../../engine/ids.ts';
import type { ClusterArticle, StoryClusterer } from '../../../../engine/ports.ts';
import type { Parting } from '../../../../engine/schema.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

const MIXED = StoryId.parse('s-mixed');

const FIGHT = [
  article('f1', 'Brandt knocks out Oduya in Lund to keep title', { publishedAt: NOON }),
  article('f2', 'Brandt stops Oduya in round six, keeps title', { publishedAt: NOON }),
  article('f3', 'Oduya knocked out by Brandt in round six', { publishedAt: NOON }),
  article('f4', 'Lund: Brandt beats Oduya by knock-out', { publishedAt: NOON }),
];
const TRIAL = [
  article('t1', 'Tax court fines Brandt over Westmark villa', { publishedAt: NOON }),
  article('t2', 'Brandt fined by tax court for villa in Westmark', { publishedAt: NOON }),
  article('t3', 'Westmark villa: tax court fines Brandt 40,000', { publishedAt: NOON }),
];

function openMixed(articles: readonly ClusterArticle[] = [...FIGHT, ...TRIAL]): StoryClusterer {
  const clusterer = createStoryClusterer();
  for (const one of STREAM) clusterer.add(one);
  for (const one of articles) clusterer.restore(one, { storyId: MIXED, familyId: FamilyId.parse(one.id) });
  return clusterer;
}

function movesOf(clusterer: StoryClusterer) {
  return new Map(clusterer.maintain().moves.map(({ articleId, storyId }) => [String(articleId), storyId]));
}

describe('a story of two events', () => {
  it('is split; the larger part keeps the id', () => {
    const moves = movesOf(openMixed());
    expect([...moves.keys()]).toEqual(['t1', 't2', 't3']);
    expect(new Set(moves.values()).size).toBe(1);
    expect(moves.get('t1')).not.toBe(MIXED);
  });

  it('stays as it is where its places are settled, until it has grown', () => {
    const clusterer = openMixed();
    clusterer.settle([]);
    expect(clusterer.maintain()).toEqual({ moves: [], redirects: [] });
    for (const id of ['t4', 't5']) {
      const title = `Tax court fines Brandt over villa in Westmark, ${id}`;
      clusterer.restore(article(id, title), { storyId: MIXED, familyId: FamilyId.parse(id) });
    }
    expect(movesOf(clusterer).size).toBeGreaterThan(3);
  });

  it('stays split in the passes that follow', () => {
    const clusterer = openMixed();
    clusterer.maintain();
    expect(clusterer.maintain().moves).toEqual([]);
    const next = article('t4', 'Brandt to appeal against tax court in Westmark villa case', { publishedAt: NOON });
    expect(clusterer.add(next).storyId).not.toBe(MIXED);
    expect(clusterer.maintain().redirects).toEqual([]);
  });

  it('leaves what was told apart from it apart from both parts', () => {
    const clusterer = openMixed();
    const apart = article('t5', 'Tax court fines Brandt over villa in Westmark', { publishedAt: NOON });
    clusterer.separate({ articleId: apart.id, storyId: MIXED });
    const moves = movesOf(clusterer);
    expect(clusterer.add(apart).storyId).not.toBe(moves.get('t1'));
    expect(clusterer.maintain().moves).toEqual([]);
  });

  it('leaves it apart also in a clusterer that is built anew from places and marks', () => {
    const clusterer = openMixed();
    const apart = article('t5', 'Tax court fines Brandt over villa in Westmark', { publishedAt: NOON });
    const separation = { articleId: apart.id, storyId: MIXED };
    clusterer.separate(separation);
    const moves = movesOf(clusterer);
    const rebuild = () => {
      const rebuilt = createStoryClusterer();
      for (const one of [...FIGHT, ...TRIAL]) {
        rebuilt.restore(one, { storyId: moves.get(one.id) ?? MIXED, familyId: FamilyId.parse(one.id) });
      }
      for (const mark of clusterer.memory().marks) rebuilt.separate(mark);
      return rebuilt;
    };
    expect(rebuild().add(apart).storyId).toBe('s-t5');
    const open = rebuild();
    open.unseparate(separation);
    expect(open.add(apart).storyId).toBe(moves.get('t1'));
  });

  it('has both parts open again to what is no longer told apart from it', () => {
    const clusterer = openMixed();
    const apart = article('t5', 'Tax court fines Brandt over villa in Westmark', { publishedAt: NOON });
    const separation = { articleId: apart.id, storyId: MIXED };
    clusterer.separate(separation);
    const moves = movesOf(clusterer);
    const reopened = openStoryClusterer(clusterer.snapshot());
    for (const one of [clusterer, reopened]) {
      one?.unseparate(separation);
      expect(one?.add(apart).storyId).toBe(moves.get('t1'));
    }
  });

  it('stays split in a clusterer that is built anew, where it is told what was parted', () => {
    // One event that is split, and merges again if nobody knows that it was split.
    const tuning = { splitBelow: 50 };
    const next = article('f5', 'Brandt beats Oduya by knock-out in round six in Lund', { publishedAt: NOON });
    const clusterer = createStoryClusterer({ tuning });
    for (const one of FIGHT) clusterer.restore(one, { storyId: MIXED, familyId: FamilyId.parse(one.id) });
    const moves = movesOf(clusterer);
    expect(moves.size).toBe(2);
    const reopened = openStoryClusterer(clusterer.snapshot(), { tuning });
    expect(clusterer.memory().partings).toHaveLength(1);
    expect(reopened?.memory().partings).toEqual(clusterer.memory().partings);

    const rebuild = (partings: readonly Parting[]) => {
      const rebuilt = createStoryClusterer({ tuning });
      for (const one of FIGHT) {
        rebuilt.restore(one, { storyId: moves.get(one.id) ?? MIXED, familyId: FamilyId.parse(one.id) });
      }
      rebuilt.settle(partings);
      rebuilt.add(next);
      return rebuilt;
    };
    const told = rebuild(clusterer.memory().partings);
    expect(told.maintain().redirects).toEqual([]);
    expect(told.memory().partings).toEqual(clusterer.memory().partings);
    for (const { id } of FIGHT) told.remove(id);
    expect(told.memory().partings).toEqual([]);
    expect(rebuild([]).maintain().redirects).toHaveLength(1);
  });

  it('is split alike after a snapshot, before and after the split', () => {
    const clusterer = openMixed();
    const before = openStoryClusterer(clusterer.snapshot());
    const moves = clusterer.maintain();
    expect(before?.maintain()).toEqual(moves);
    const after = openStoryClusterer(clusterer.snapshot());
    const next = article('t6', 'Westmark villa costs Brandt 40,000 in tax court', { publishedAt: NOON });
    expect(after?.add(next)).toEqual(clusterer.add(next));
    expect(after?.maintain()).toEqual(clusterer.maintain());
  });
});

describe('an affair over a week', () => {
  const titles = [
    'Brandt trial: court hears witness on Westmark villa',
    'Witness tells court of Brandt and the Westmark villa',
    'Court in Brandt trial hears of villa in Westmark',
    'Westmark villa: witness speaks in Brandt trial',
    'Brandt trial: villa in Westmark before the court',
  ];
  /** Each title once per chapter; the chapters are that many hours apart. */
  const chapters = (hours: number) =>
    [0, hours].flatMap((after, chapter) =>
      titles.map((title, n) =>
        article(`w${chapter}-${n}`, title, {
          publishedAt: NOON + (after + n) * HOUR,
          lead: `Part ${n} of ${chapter}.`,
        }),
      ),
    );

  it('is parted at its longest pause, when nothing is heard of it for days', () => {
    const moves = movesOf(openMixed(chapters(120)));
    expect([...moves.keys()].every((id) => id.startsWith('w1'))).toBe(true);
    expect(moves.size).toBe(5);
  });

  it('is one story while reports go on', () => {
    expect(movesOf(openMixed(chapters(8))).size).toBe(0);
  });
});

it('one event told in many ways stays one story', () => {
  expect(movesOf(openMixed(FIGHT)).size).toBe(0);
});
