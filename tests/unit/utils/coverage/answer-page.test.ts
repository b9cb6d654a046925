// What the answers of a coverage source mean for the page that was read.
import { expect, test } from 'vitest';
import { OutletId, StoryId } from '../../../../engine/ids.ts';
import type { ArticleProbe, CoverageSource } from '../../../../engine/ports.ts';
import { err, ok } from '../../../../engine/result.ts';
import { answerPage } from '../../../../utils/coverage/answer-page.ts';
import { coverageOf } from '../../../support/coverage-fixtures.ts';

const OWN = OutletId.parse('own.test');
const STORY = StoryId.parse('s-1');
const probe: ArticleProbe = {
  url: 'https://own.test/bridge',
  outletId: OWN,
  title: 'Bridge closed after inspection',
  lead: '',
  lang: 'en',
  kind: 'report',
  publishedAt: null,
  credit: null,
};

function sourceWith(changes: Partial<CoverageSource>): CoverageSource {
  return {
    lookup: async () => ok(new Map()),
    match: async () => ok(null),
    story: async () => ok(coverageOf({ outlets: ['own.test', 'other.test'] })),
    stories: async () => ok([]),
    ...changes,
  };
}

const ask = (source: CoverageSource, readProbe = async () => probe) =>
  answerPage({ source, page: probe, readProbe, signal: new AbortController().signal });
const matchOf = (confidence: number) => ({ match: async () => ok({ storyId: STORY, confidence, reasons: [] }) });

test('a page known by its URL is covered without asking for a match', async () => {
  const { story } = coverageOf({ outlets: ['own.test', 'other.test'] });
  const answer = await ask(
    sourceWith({
      lookup: async () => ok(new Map([[probe.url, story]])),
      match: () => Promise.reject(new Error('must not be asked')),
    }),
    () => Promise.reject(new Error('must not be read')),
  );
  expect(answer).toMatchObject({
    ok: true,
    value: { status: 'covered', match: { confidence: 1, reasons: [{ kind: 'same-url' }] } },
  });
});

test.each([
  [0.7, 'covered'],
  [0.69, 'possible'],
  [0.35, 'possible'],
  [0.34, 'uncovered'],
])('a match of confidence %s is %s', async (confidence, status) => {
  expect(await ask(sourceWith(matchOf(confidence)))).toMatchObject({ ok: true, value: { status } });
});

test('a story of the own outlet alone is no coverage by others', async () => {
  const story = async () => ok(coverageOf({ outlets: ['own.test'] }));
  expect(await ask(sourceWith({ ...matchOf(0.9), story }))).toMatchObject({ ok: true, value: { status: 'uncovered' } });
});

test('a story that has expired meanwhile is uncovered', async () => {
  const source = sourceWith({ ...matchOf(0.9), story: async () => ok(null) });
  expect(await ask(source)).toMatchObject({ ok: true, value: { status: 'uncovered' } });
});

test.each(['lookup', 'match'] as const)('a failing %s is passed on', async (method) => {
  const source = sourceWith({ [method]: async () => err({ reason: 'storage-full' }) });
  expect(await ask(source)).toEqual({ ok: false, error: { reason: 'storage-full' } });
});
