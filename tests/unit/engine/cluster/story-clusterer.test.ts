// The clusterer's interface for hosts: placing, updating, removing, restoring, separating, snapshots.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { type ArticleId, type StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { Placement, StoryClusterer } from '../../../../engine/ports.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

function run(clusterer: StoryClusterer, articles = STREAM): Map<ArticleId, Placement> {
  const places = new Map<ArticleId, Placement>();
  for (const one of articles) places.set(one.id, clusterer.add(one));
  for (const { articleId, ...place } of clusterer.maintain().moves) places.set(articleId, place);
  return places;
}

function groups(places: ReadonlyMap<ArticleId, Placement>): string[][] {
  const byStory = new Map<StoryId, string[]>();
  for (const [id, { storyId }] of places) byStory.set(storyId, [...(byStory.get(storyId) ?? []), id].sort());
  return [...byStory.values()].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}

const THREE_EVENTS = [
  ['dam-1', 'dam-2', 'dam-3'],
  ['ferry-1', 'ferry-2'],
  ['vote-1', 'vote-2'],
];

describe('createStoryClusterer', () => {
  it('puts reports of one event together and others apart', () => {
    expect(groups(run(createStoryClusterer()))).toEqual(THREE_EVENTS);
  });

  it('takes late and out-of-order articles', () => {
    expect(groups(run(createStoryClusterer(), STREAM.toReversed()))).toEqual(THREE_EVENTS);
  });

  it.each([
    ['0.46 alike at one time', 0, 0.455, true],
    ['and no more', 0, 0.465, false],
    ['× 0.94 two hours later: 0.43', 2, 0.425, true],
    ['and no more then', 2, 0.435, false],
  ])('scores the worked example as docs/method.md says: %s', (_, hours, joinScore, isJoined) => {
    const clusterer = createStoryClusterer({ tuning: { joinScore } });
    const { storyId } = clusterer.add(article('a', 'Orlen dam shows crack'));
    const later = { publishedAt: NOON + hours * HOUR };
    const other = clusterer.add(article('b', 'Westmark evacuated below Orlen dam', later));
    expect(other.storyId === storyId).toBe(isJoined);
    const ferry = clusterer.add(article('c', 'Ferry aground off Westmark', later));
    expect(ferry.storyId).toBe('s-c');
  });

  it('names a story after its founding article', () => {
    expect(createStoryClusterer().add(article('first', 'Comet seen over Lund')).storyId).toBe('s-first');
  });

  it('answers the same for the same article again', () => {
    const clusterer = createStoryClusterer();
    const places = run(clusterer);
    for (const one of STREAM) expect(clusterer.add(one)).toEqual(places.get(one.id));
    expect(clusterer.maintain().moves).toEqual([]);
  });

  it('moves an article whose text changed to another event', () => {
    const clusterer = createStoryClusterer();
    const places = run(clusterer);
    const [, , , vote] = STREAM;
    const edited = article('ferry-2', vote?.title ?? '', { lead: vote?.lead ?? '' });
    expect(clusterer.add(edited).storyId).toBe(places.get(vote?.id ?? edited.id)?.storyId);
  });

  it('keeps the story of a lone article whose title was edited', () => {
    const clusterer = createStoryClusterer();
    const before = clusterer.add(article('solo', 'Comet seen over Lund'));
    expect(clusterer.add(article('solo', 'Astronomers explain bright streak')).storyId).toBe(before.storyId);
  });

  it('forgets removed articles', () => {
    const clusterer = createStoryClusterer();
    const [first] = STREAM;
    run(clusterer);
    for (const one of STREAM) clusterer.remove(one.id);
    expect(clusterer.match({ ...(first ?? article('x', 'x')) })).toBeNull();
    expect(clusterer.maintain()).toEqual({ moves: [], redirects: [] });
  });

  it('continues from restored places', () => {
    const places = run(createStoryClusterer());
    const rebuilt = createStoryClusterer();
    for (const one of STREAM) {
      const place = places.get(one.id);
      if (place) rebuilt.restore(one, place);
    }
    const late = article('dam-4', 'Orlen dam crack: Westmark residents wait', { publishedAt: NOON + 11 * HOUR });
    expect(rebuilt.add(late).storyId).toBe(places.get(STREAM[0]?.id ?? late.id)?.storyId);
  });

  it('keeps a separated article out of its story for ever', () => {
    const clusterer = createStoryClusterer();
    const places = run(clusterer);
    const last = STREAM.at(-1);
    const story = last && places.get(last.id)?.storyId;
    if (!last || !story) throw new Error('no story to separate from');
    clusterer.separate({ articleId: last.id, storyId: story });
    const moved = clusterer.maintain().moves.find((move) => move.articleId === last.id);
    expect(moved).toBeDefined();
    expect(moved?.storyId).not.toBe(story);
    for (let pass = 0; pass < 3; pass++) expect(clusterer.maintain().moves).toEqual([]);
    expect(clusterer.add({ ...last, title: `${last.title}, updated` }).storyId).not.toBe(story);
    clusterer.unseparate({ articleId: last.id, storyId: story });
    expect(clusterer.add(last).storyId).toBe(story);
  });

  it('matches a page to its story with words that the page uses', () => {
    const clusterer = createStoryClusterer();
    const places = run(clusterer);
    const probe = {
      ...article('page', 'Westmark residents flee below cracked Orlen dam'),
      publishedAt: NOON + 5 * HOUR,
    };
    const match = clusterer.match(probe);
    expect(match?.storyId).toBe(places.get(STREAM[0]?.id ?? probe.id)?.storyId);
    expect(match?.confidence).toBeGreaterThan(0.5);
    expect(match?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'names', names: expect.arrayContaining(['Orlen']) }),
    );
  });

  it('does not match a page to a story that it was told apart from', () => {
    const clusterer = createStoryClusterer();
    run(clusterer);
    const probe = article('page', 'Orlen dam: crack above Westmark forces 4,000 residents out');
    const match = clusterer.match(probe);
    if (match === null) throw new Error('no match to take away');
    const separation = { articleId: toArticleId(probe.url), storyId: match.storyId };
    clusterer.separate(separation);
    expect(clusterer.match(probe)?.storyId).not.toBe(match.storyId);
    clusterer.unseparate(separation);
    expect(clusterer.match(probe)).toEqual(match);
  });

  it('matches nothing to a page about something else', () => {
    const clusterer = createStoryClusterer();
    run(clusterer);
    expect(clusterer.match(article('page', 'Chess champion retires at 34'))).toBeNull();
  });

  it('explains a member by what it shares with the others', () => {
    const clusterer = createStoryClusterer();
    run(clusterer);
    const [first] = STREAM;
    const reasons = first ? clusterer.explain(first) : [];
    expect(reasons.map((reason) => reason.kind)).toContain('numbers');
    expect(reasons.map((reason) => reason.kind)).toContain('time');
  });
});

describe('an explanation', () => {
  it('has the words of the article itself, not of others with their stems', () => {
    const clusterer = createStoryClusterer();
    for (const [id, title] of [
      ['film', 'Universal Pictures delays superhero sequel'],
      ['donors', 'Organ donors wanted as hospitals run short'],
      ['other', 'Westmark university expels twelve students in cheating inquiry organised online'],
    ] as const)
      clusterer.add(article(id, title));
    const member = article('one', 'University of Westmark expels twelve students over organised cheating');
    clusterer.add(member);
    const words = clusterer.explain(member).flatMap((reason) => ('words' in reason ? reason.words : []));
    expect(words).toContain('organised');
    expect(words).not.toContain('organ');
  });
});

describe('snapshots', () => {
  it('carry on exactly as the clusterer they were taken from', () => {
    const kept = createStoryClusterer();
    for (const one of STREAM.slice(0, 4)) kept.add(one);
    const reopened = openStoryClusterer(kept.snapshot());
    if (!reopened) throw new Error('snapshot not opened');
    for (const one of STREAM.slice(4)) expect(reopened.add(one)).toEqual(kept.add(one));
    expect(reopened.maintain()).toEqual(kept.maintain());
    expect(reopened.snapshot()).toEqual(kept.snapshot());
  });

  it('of another version are refused', () => {
    const snapshot = createStoryClusterer().snapshot();
    expect(openStoryClusterer({ ...snapshot, engineVersion: snapshot.engineVersion + 1 })).toBeNull();
  });

  it('that are damaged are refused or opened without an exception', () => {
    const clusterer = createStoryClusterer();
    run(clusterer);
    const { engineVersion, data } = clusterer.snapshot();
    const [last] = STREAM.slice(-1);
    if (!last) throw new Error('a stream without articles');
    for (let at = 0; at < data.length; at += 7) {
      const flipped = data.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      const opened = openStoryClusterer({ engineVersion, data: flipped });
      expect(() => opened?.maintain()).not.toThrow();
      expect(() => opened?.add({ ...last, id: toArticleId('https://outlet.test/after') })).not.toThrow();
      expect(() => opened?.snapshot()).not.toThrow();
      expect(openStoryClusterer({ engineVersion, data: data.slice(0, at) })).toBeNull();
    }
  });
});
