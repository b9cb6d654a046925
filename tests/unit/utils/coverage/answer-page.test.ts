// What a coverage source's answers mean for the page that was read.
import { describe, expect, test } from 'vitest';
import { ArticleId, OutletId, StoryId } from '../../../../engine/ids.ts';
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
  answerPage({ source, page: probe, readProbe, isCoverageWanted: true, signal: new AbortController().signal });
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

test('a page that matches no story is uncovered', async () => {
  expect(await ask(sourceWith({}))).toMatchObject({ ok: true, value: { status: 'uncovered' } });
});

test('a story of the page’s own outlet alone is not coverage by others', async () => {
  const story = async () => ok(coverageOf({ outlets: ['own.test'] }));
  expect(await ask(sourceWith({ ...matchOf(0.9), story }))).toMatchObject({ ok: true, value: { status: 'uncovered' } });
});

test('a story that has expired meanwhile is uncovered', async () => {
  const source = sourceWith({ ...matchOf(0.9), story: async () => ok(null) });
  expect(await ask(source)).toMatchObject({ ok: true, value: { status: 'uncovered' } });
});

test.each(['lookup', 'match', 'story'] as const)('a failing %s is passed on', async (method) => {
  const source = sourceWith({ ...matchOf(0.9), [method]: async () => err({ reason: 'storage-full' }) });
  expect(await ask(source)).toEqual({ ok: false, error: { reason: 'storage-full' } });
});

describe('while the popup is closed', () => {
  const answer = (outlets: string[], changes: Partial<CoverageSource> = {}) => {
    const { story } = coverageOf({ outlets });
    const source = sourceWith({
      lookup: async () => ok(new Map([[probe.url, story]])),
      story: () => Promise.reject(new Error('must not be asked')),
      ...changes,
    });
    const signal = new AbortController().signal;
    return answerPage({ source, page: probe, readProbe: async () => probe, isCoverageWanted: false, signal });
  };

  test('the story of a known page is not requested: its summary is used instead', async () => {
    const answered = await answer(['own.test', 'other.test']);
    expect(answered).toMatchObject({ ok: true, value: { status: 'covered', coverage: { articles: [] } } });
  });

  test('a story of one outlet is the page’s own', async () => {
    expect(await answer(['own.test'])).toMatchObject({ ok: true, value: { status: 'uncovered' } });
  });

  describe('the story of a page that only names a known source', () => {
    const sourceUrl = 'https://wire.test/bridge';
    const answerBySource = (outlets: string[], changes: Partial<CoverageSource> = {}) => {
      const { story } = coverageOf({ outlets });
      const first = { articleId: ArticleId.parse('a-0'), outletId: OutletId.parse(outlets[0]) };
      const summary = { ...story, first: { ...first, outletName: '', at: 0, basis: 'first-seen' as const } };
      const reasons = [{ kind: 'source-url' as const, host: 'wire.test' }];
      const source = sourceWith({
        lookup: async (urls) => ok(new Map(urls.includes(sourceUrl) ? [[sourceUrl, summary]] : [])),
        match: async () => ok({ storyId: STORY, confidence: 0.9, reasons }),
        story: () => Promise.reject(new Error('must not be asked')),
        ...changes,
      });
      const readProbe = async () => ({ ...probe, sourceUrl });
      const signal = new AbortController().signal;
      return answerPage({ source, page: probe, readProbe, isCoverageWanted: false, signal });
    };

    test('is not requested either: its summary is used instead', async () => {
      expect(await answerBySource(['wire.test', 'other.test'])).toMatchObject({
        ok: true,
        value: { status: 'covered', match: { reasons: [{ kind: 'source-url' }] }, coverage: { articles: [] } },
      });
    });

    test.each([
      [['wire.test'], 'covered'],
      [['own.test'], 'uncovered'],
      [['own.test', 'other.test'], 'covered'],
    ])('by %s alone is %s', async (outlets, status) => {
      expect(await answerBySource(outlets)).toMatchObject({ ok: true, value: { status } });
    });

    test('that has become another one is not shown', async () => {
      const story = { ...coverageOf({ outlets: ['wire.test', 'other.test'] }).story, id: StoryId.parse('s-2') };
      const lookup = async (urls: readonly string[]) =>
        ok(new Map(urls.includes(sourceUrl) ? [[sourceUrl, story]] : []));
      const answered = await answerBySource(['wire.test'], { lookup });
      expect(answered).toMatchObject({ ok: true, value: { status: 'uncovered' } });
    });
  });

  test('a page found by its words, which were sent, gets its coverage', async () => {
    const coverage = coverageOf({ outlets: ['own.test', 'other.test'] });
    const answered = await answer([], {
      lookup: async () => ok(new Map()),
      ...matchOf(0.9),
      story: async () => ok(coverage),
    });
    expect(answered).toMatchObject({ ok: true, value: { status: 'covered', coverage } });
  });
});
