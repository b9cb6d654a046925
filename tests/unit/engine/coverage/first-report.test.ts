// Which times are trusted, which member of a family is the original, and who was first.
import { describe, expect, it } from 'vitest';
import { findOriginals } from '../../../../engine/coverage/find-originals.ts';
import { findFirstReport } from '../../../../engine/coverage/first-report.ts';
import { readShownTime, readTrustedTime } from '../../../../engine/coverage/story-member.ts';
import { HOUR, makeMember, makeOutlet, makeRater, NOON } from '../outlet/invented-outlets.ts';

const rater = makeRater([
  makeOutlet('alpha', { name: 'The Alpha' }),
  makeOutlet('wire', { name: 'Invented Wire', domains: ['wire.test'] }),
  makeOutlet('dpa', { name: 'dpa International', domains: ['dpa.test'] }),
]);

describe('readTrustedTime', () => {
  it.each<[string, number | null, 'published' | 'first-seen']>([
    ['at the sighting', 0, 'published'],
    ['a millisecond after it', 1, 'first-seen'],
    ['a day after it', 24 * HOUR, 'first-seen'],
    ['an hour before it', -HOUR, 'published'],
    ['48 hours before it', -48 * HOUR, 'published'],
    ['a millisecond more', -48 * HOUR - 1, 'first-seen'],
    ['years before it', -30_000 * HOUR, 'first-seen'],
    ['no time', null, 'first-seen'],
  ])('%s', (_, offset, basis) => {
    const publishedAt = offset === null ? null : NOON + offset;
    const expected = { at: basis === 'published' ? publishedAt : NOON, basis };
    expect(readTrustedTime(makeMember('a', { publishedAt, firstSeenAt: NOON }))).toEqual(expected);
  });
});

describe('readShownTime', () => {
  it.each([
    [null, NOON],
    [NOON - 100 * HOUR, NOON - 100 * HOUR],
    [NOON + 1, NOON],
  ])('%s → %d', (publishedAt, shown) => {
    expect(readShownTime(makeMember('a', { publishedAt, firstSeenAt: NOON }))).toBe(shown);
  });
});

describe('findOriginals', () => {
  const idsOf = (...members: Parameters<typeof findOriginals>[0][number][]) =>
    findOriginals(members, rater).map(({ id }) => String(id));

  it('is one a family, the earliest, in the order of time', () => {
    expect(
      idsOf(
        makeMember('late', { publishedAt: NOON + 1 }),
        makeMember('copy', { family: 'f', outlet: 'beta', publishedAt: NOON }),
        makeMember('first', { family: 'f', publishedAt: NOON - HOUR }),
      ),
    ).toEqual(['first', 'late']);
  });
  it('does not believe an impossible date', () => {
    const members = [
      makeMember('odd', { family: 'f', publishedAt: 0, outlet: 'beta' }),
      makeMember('true', { family: 'f', publishedAt: NOON }),
    ];
    expect(idsOf(...members)).toEqual(['true']);
  });
  it('prefers the article of the source that copies credit', () => {
    const copy = makeMember('copy', {
      family: 'f',
      outlet: 'alpha',
      credit: 'Invented Wire',
      publishedAt: NOON - HOUR,
    });
    expect(idsOf(copy, makeMember('own', { family: 'f', outlet: 'wire' }))).toEqual(['own']);
  });
  it('does not prefer it across families', () => {
    const copy = makeMember('copy', { credit: 'Invented Wire', publishedAt: NOON - HOUR });
    expect(idsOf(copy, makeMember('own', { outlet: 'wire' }))).toEqual(['copy', 'own']);
  });
  it('gives no weight to a credit to oneself', () => {
    const early = makeMember('early', { family: 'f', outlet: 'alpha', publishedAt: NOON - HOUR });
    expect(idsOf(early, makeMember('self', { family: 'f', outlet: 'wire', credit: 'Invented Wire' }))).toEqual([
      'early',
    ]);
  });
  it('is the agency’s own article, though papers printed it before; without that, the earlier paper’s', () => {
    const at = (minutes: number) => ({ family: 'f', publishedAt: NOON + minutes * 60_000 });
    const papers = [
      makeMember('paper-a', { outlet: 'beta', credit: 'Invented Wire', ...at(0) }),
      makeMember('paper-b', { outlet: 'gamma', credit: 'Invented Wire', ...at(0), firstSeenAt: NOON + HOUR }),
    ];
    expect(idsOf(...papers, makeMember('agency', { outlet: 'wire', ...at(5) }))).toEqual(['agency']);
    expect(idsOf(...papers)).toEqual(['paper-a']);
  });
  it('takes the earliest of the credited source', () => {
    const members = [
      makeMember('copy', { family: 'f', credit: 'dpa/lno', publishedAt: NOON - HOUR }),
      makeMember('second', { family: 'f', outlet: 'dpa', publishedAt: NOON }),
      makeMember('first', { family: 'f', outlet: 'dpa', publishedAt: NOON - 60_000 }),
    ];
    expect(idsOf(...members)).toEqual(['first']);
  });
});

describe('findFirstReport', () => {
  const firstOf = (members: Parameters<typeof findOriginals>[0]) =>
    findFirstReport(findOriginals(members, rater), rater);

  it('is nothing without articles', () => expect(firstOf([])).toBeNull());
  it('names article, outlet, time and what the time is', () => {
    expect(firstOf([makeMember('a')])).toEqual({
      articleId: 'a',
      outletId: 'alpha',
      outletName: 'The Alpha',
      at: NOON,
      basis: 'published',
    });
  });
  it('says first seen when no published time can be trusted', () => {
    const members = [
      makeMember('none', { publishedAt: null, firstSeenAt: NOON + 2 }),
      makeMember('future', { publishedAt: NOON + HOUR, firstSeenAt: NOON + 1 }),
      makeMember('old', { publishedAt: 0, firstSeenAt: NOON + 3 }),
    ];
    expect(firstOf(members)).toMatchObject({ articleId: 'future', at: NOON + 1, basis: 'first-seen' });
  });
  it('is the earliest published', () => {
    const members = [
      makeMember('a', { publishedAt: NOON - 10, firstSeenAt: NOON + 10 }),
      makeMember('b', { publishedAt: 0, firstSeenAt: NOON - 5 }),
      makeMember('c', { publishedAt: NOON + 24 * HOUR, firstSeenAt: NOON + HOUR }),
    ];
    expect(firstOf(members)).toMatchObject({ articleId: 'a', at: NOON - 10, basis: 'published' });
  });
  it('is what was seen before anything was published', () => {
    const members = [makeMember('a'), makeMember('b', { publishedAt: null, firstSeenAt: NOON - 1 })];
    expect(firstOf(members)).toMatchObject({ articleId: 'b', basis: 'first-seen' });
  });
  it('is never a copy', () => {
    const members = [
      makeMember('copy', { family: 'f', credit: 'Invented Wire', publishedAt: NOON - HOUR }),
      makeMember('own', { family: 'f', outlet: 'wire', publishedAt: NOON - 60_000 }),
      makeMember('other'),
    ];
    expect(firstOf(members)?.articleId).toBe('own');
  });
  it('is an opinion only where there is nothing else', () => {
    const opinion = makeMember('opinion', { kind: 'opinion', publishedAt: NOON - HOUR });
    expect(firstOf([opinion, makeMember('report')])?.articleId).toBe('report');
    expect(firstOf([opinion])?.articleId).toBe('opinion');
  });
  it('settles equal times by id', () => {
    expect(firstOf([makeMember('b'), makeMember('a')])?.articleId).toBe('a');
  });
});
