// Which headline becomes a story's title.
import { describe, expect, it } from 'vitest';
import type { StoryMember } from '../../../../engine/coverage/story-member.ts';
import { findTitleArticle } from '../../../../engine/coverage/story-title.ts';
import type { OutletRater } from '../../../../engine/outlet/outlet-rater.ts';
import type { RatedOutlet } from '../../../../engine/schema.ts';
import { HOUR, makeMember, makeRated, NOON, outletId } from '../outlet/invented-outlets.ts';

const titled = (id: string, title: string, parts: Partial<Pick<StoryMember, 'kind' | 'lang' | 'publishedAt'>> = {}) =>
  makeMember(id, { title, ...parts });
const unrated: OutletRater = { rate: (id) => makeRated(id, null) };
const find = (...members: StoryMember[]) => findTitleArticle(members, unrated)?.id ?? null;

describe('findTitleArticle', () => {
  it('is nothing without headlines', () => {
    expect(find()).toBeNull();
    expect(find(titled('a', ' '))).toBeNull();
  });
  it('is the headline that the others agree with most', () => {
    const members = [
      titled('a', 'What we know so far', { publishedAt: NOON - HOUR }),
      titled('b', 'Ferry aground off Lindau, no one hurt'),
      titled('c', 'Ferry runs aground off Lindau'),
    ];
    expect(find(...members)).toBe('c');
  });
  it('is plain where there are others', () => {
    const members = [
      titled('a', 'READ: Ferry runs aground off Lindau', { publishedAt: NOON - HOUR }),
      titled('b', 'Ferry runs aground off Lindau, explained'),
      titled('c', 'Passengers brought ashore'),
    ];
    expect(find(...members)).toBe('c');
    expect(find(...members.slice(0, 1))).toBe('a');
  });
  it('is the earliest of equals', () => {
    expect(find(titled('a', 'Ferry aground'), titled('b', 'Ferry aground', { publishedAt: NOON - 1 }))).toBe('b');
    expect(find(titled('b', 'Storm'), titled('a', 'Flood'))).toBe('a');
  });
  it.each<[string, StoryMember['kind'], StoryMember['kind']]>([
    ['a report before an opinion', 'report', 'opinion'],
    ['a report before a live page', 'report', 'live'],
    ['a live page before a press release', 'live', 'press-release'],
    ['a video before an opinion', 'media', 'opinion'],
    ['a press release before an opinion', 'press-release', 'opinion'],
  ])('is %s', (_, winner, loser) => {
    const members = [
      titled('a', 'Ferry aground off Lindau', { kind: loser, publishedAt: NOON - HOUR }),
      titled('b', 'Ferry aground off Lindau again', { kind: loser, publishedAt: NOON - HOUR }),
      titled('winner', 'Passengers safe', { kind: winner }),
    ];
    expect(find(...members)).toBe('winner');
  });
  it('is an opinion where there is nothing else', () =>
    expect(find(titled('a', 'Why', { kind: 'opinion' }))).toBe('a'));
  it('is in the language of most', () => {
    const members = [
      titled('a', 'Ferry aground', { lang: 'en', publishedAt: NOON - HOUR }),
      titled('b', 'Fähre auf Grund', { lang: 'de' }),
      titled('c', 'Fähre läuft auf Grund', { lang: 'de' }),
    ];
    expect(find(...members)).toBe('b');
  });
  it('is in the language of the earliest when two are as frequent', () => {
    const members = [titled('a', 'Ferry', { lang: 'en' }), titled('b', 'Fähre', { lang: 'de', publishedAt: NOON - 1 })];
    expect(find(...members)).toBe('b');
  });
  it('is found among thousands', () => {
    const rated = makeRated('alpha', null);
    const members = Array.from({ length: 4000 }, (_, n) =>
      titled(`m${n}`, `Ferry ${n} aground off Lindau, no one hurt`),
    );
    expect(findTitleArticle(members, { rate: () => rated })?.id).toBe('m0'); // comparing each pair would take too long
  });
  it('compares headlines in scripts without spaces', () => {
    const members = [
      titled('a', '今日のまとめ', { lang: 'ja', publishedAt: NOON - HOUR }),
      titled('b', '湖でフェリー座礁', { lang: 'ja' }),
      titled('c', 'フェリー座礁、けが人なし', { lang: 'ja' }),
    ];
    expect(find(...members)).toBe('b');
  });
  it('is not a bare word that everybody has', () => {
    const members = [titled('a', 'Ferry'), titled('b', 'Ferry runs aground off Lindau'), titled('c', 'Ferry aground')];
    expect(find(...members)).toBe('b');
  });
  it('manages headlines without words', () => expect(find(titled('a', '!!!'), titled('b', '???'))).toBe('a'));
});

describe('a slant is no title', () => {
  const sober = titled('sober', 'Passengers safe after ferry ran aground', { publishedAt: NOON + HOUR });

  it.each([
    'What are they hiding about the ferry?',
    'Ferry aground: the truth!',
    '¿Qué ocultan del ferry?',
    'Why? The ferry ran aground',
    'フェリー座礁、なぜ？',
  ])('%s steps back', (title) => {
    expect(find(titled('loud', title), titled('loud-2', title), sober)).toBe('sober');
  });

  it.each<[string, Partial<RatedOutlet>]>([
    ['at the far right', { bias: { step: 'far-right', mean: 3, low: 3, high: 3, raters: 1 } }],
    ['at the far left', { bias: { step: 'far-left', mean: -3, low: -3, high: -3, raters: 1 } }],
    ['labelled satire', { labels: ['satire'] }],
    ['rated low in factual reporting', { factuality: 'low' }],
  ])('an outlet %s steps back', (_, facts) => {
    const rater: OutletRater = {
      rate: (id) => ({ ...makeRated(id, null), ...(id === outletId('beta') ? {} : facts) }),
    };
    const members = [
      titled('a', 'Ferry ran aground off Lindau'),
      titled('b', 'Ferry ran aground off Lindau again'),
      makeMember('sober', { outlet: 'beta', title: 'Passengers safe' }),
    ];
    expect(findTitleArticle(members, rater)?.id).toBe('sober');
  });

  it('is the title where there is nothing else', () => {
    expect(find(titled('loud', 'What are they hiding about the ferry?'))).toBe('loud');
  });
});
