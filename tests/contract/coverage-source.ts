// The contract of coverage sources, as tests that each implementation runs over the same small index.
import { describe, expect, it } from 'vitest';
import { OutletId, StoryId } from '../../engine/ids.ts';
import type { ArticleProbe, CoverageSource, StoriesQuery } from '../../engine/ports.ts';
import { NAMED_SOURCE_CONFIDENCE, SHOWN_AS_FACT } from '../../engine/ports.ts';
import { Coverage, Match, StorySummary } from '../../engine/schema.ts';
import { type Headline, HOUR, NOW, neverAborted, probeOf, succeed, urlOf } from '../support/on-device-fixtures.ts';

/** Invented articles that an implementation indexes, feed by feed, before the tests. */
export const CONTRACT_FEEDS: readonly { readonly host: string; readonly headlines: readonly Headline[] }[] = [
  {
    host: 'morning-courier.test',
    headlines: [
      {
        title: 'Karstova bridge closed after inspectors find cracks in main cable',
        summary: 'Engineers closed the Karstova bridge on Monday after inspectors found cracks in its main cable.',
        publishedAt: NOW - 6 * HOUR,
      },
      {
        title: 'Lighthouse keeper of Oriel island retires after forty years',
        summary: 'The last keeper of the Oriel lighthouse, Tamsin Wray, hands over the lamp to a machine.',
        publishedAt: NOW - 30 * HOUR,
      },
    ],
  },
  {
    host: 'valley-record.test',
    headlines: [
      {
        title: 'Cracks in main cable force closure of Karstova bridge, inspectors say',
        summary: 'The Karstova bridge is closed to all traffic: inspectors found cracks in the main cable on Monday.',
        publishedAt: NOW - 5 * HOUR,
      },
      {
        title: 'Vennholm parliament passes dairy subsidy law by two votes',
        summary: 'Vennholm lawmakers passed the dairy subsidy law 51 to 49 after a night of debate.',
        publishedAt: NOW - 20 * HOUR,
      },
    ],
  },
  {
    host: 'northern-herald.test',
    headlines: [
      {
        title: 'Dairy subsidy law passes Vennholm parliament with two votes to spare',
        summary: 'After a night of debate the Vennholm parliament passed the dairy subsidy law 51 to 49.',
        publishedAt: NOW - 19 * HOUR,
      },
    ],
  },
];

const BRIDGE = urlOf('morning-courier.test', 'Karstova bridge closed after inspectors find cracks in main cable');
const BRIDGE_TOO = urlOf('valley-record.test', 'Cracks in main cable force closure of Karstova bridge, inspectors say');
const DAIRY = urlOf('valley-record.test', 'Vennholm parliament passes dairy subsidy law by two votes');
const KEEPER = urlOf('morning-courier.test', 'Lighthouse keeper of Oriel island retires after forty years');

const BRIDGE_PROBE: ArticleProbe = {
  ...probeOf('harbour-post.test', 'Karstova bridge closed: cracks in main cable found by inspectors'),
  lead: 'Inspectors found cracks in the main cable of the Karstova bridge, which was closed on Monday.',
};

export type ContractIndex = {
  /** A source over CONTRACT_FEEDS and nothing else. */
  readonly source: CoverageSource;
  /** Merges two stories. */
  readonly merge: (redirect: { readonly from: StoryId; readonly to: StoryId }) => Promise<void>;
};

export function coverageSourceContract(name: string, createIndex: () => Promise<ContractIndex>): void {
  const createSource = async () => (await createIndex()).source;

  describe(`${name} keeps the contract of a coverage source`, () => {
    describe('lookup', () => {
      it('finds the story of a known URL, and one story for the articles on one event', async () => {
        const source = await createSource();
        const found = await succeed(source.lookup([BRIDGE, BRIDGE_TOO, KEEPER], neverAborted()));
        const story = StorySummary.parse(found.get(BRIDGE));
        expect(story).toMatchObject({ articles: 2, outlets: 2 });
        expect(found.get(BRIDGE_TOO)?.id).toBe(story.id);
        expect(found.get(KEEPER)).toMatchObject({ articles: 1 });
      });

      it('leaves out URLs that it does not know, and what is no address', async () => {
        const source = await createSource();
        const asked = ['https://morning-courier.test/no-such-page', 'not a url', 'mailto:a@b.test', ''];
        expect((await succeed(source.lookup([...asked, BRIDGE], neverAborted()))).size).toBe(1);
      });

      it('knows the variants of an address, and answers under the one that was asked', async () => {
        const source = await createSource();
        const { pathname } = new URL(BRIDGE);
        const variants = [
          `${BRIDGE}?utm_source=feed&utm_medium=rss`,
          `http://www.morning-courier.test${pathname}/`,
          `https://m.morning-courier.test${pathname}#comments`,
          `https://morning-courier.test${pathname}/amp`,
        ];
        const found = await succeed(source.lookup([BRIDGE, ...variants], neverAborted()));
        expect(new Set(found.keys())).toEqual(new Set([BRIDGE, ...variants]));
        expect(new Set([...found.values()].map(({ id }) => id)).size).toBe(1);
      });

      it('answers nothing to nothing', async () => {
        const source = await createSource();
        expect((await succeed(source.lookup([], neverAborted()))).size).toBe(0);
      });

      it('takes 500 URLs at once, some of them twice', async () => {
        const source = await createSource();
        const others = Array.from({ length: 497 }, (_, index) => `https://morning-courier.test/other-${index}`);
        const found = await succeed(source.lookup([BRIDGE, ...others, DAIRY, BRIDGE], neverAborted()));
        expect([...found.keys()].sort()).toEqual([BRIDGE, DAIRY].sort());
      });
    });

    describe('match', () => {
      it('finds the story of an unknown page by its words, with a confidence and reasons', async () => {
        const source = await createSource();
        const story = (await succeed(source.lookup([BRIDGE], neverAborted()))).get(BRIDGE);
        const match = Match.parse(await succeed(source.match(BRIDGE_PROBE, neverAborted())));
        expect(match.storyId).toBe(story?.id);
        expect(match.confidence).toBeGreaterThanOrEqual(SHOWN_AS_FACT);
        expect(match.reasons).not.toEqual([]);
      });

      it('holds no unrelated page to be a known story', async () => {
        const source = await createSource();
        const probe = probeOf('harbour-post.test', 'Chess prodigy from Quillon wins under-twelve trophy');
        const match = await succeed(source.match(probe, neverAborted()));
        expect(match?.confidence ?? 0).toBeLessThan(SHOWN_AS_FACT);
      });

      it('is sure of a page whose address is indexed', async () => {
        const source = await createSource();
        const story = (await succeed(source.lookup([KEEPER], neverAborted()))).get(KEEPER);
        const probe = { ...probeOf('morning-courier.test', 'A headline changed since'), url: KEEPER };
        expect(await succeed(source.match(probe, neverAborted()))).toEqual({
          storyId: story?.id,
          confidence: 1,
          reasons: [{ kind: 'same-url' }],
        });
      });

      it('finds the story of the article that an unknown page names as its source', async () => {
        const source = await createSource();
        const story = (await succeed(source.lookup([KEEPER], neverAborted()))).get(KEEPER);
        const probe = { ...probeOf('harbour-post.test', 'In other words'), sourceUrl: KEEPER };
        expect(await succeed(source.match(probe, neverAborted()))).toEqual({
          storyId: story?.id,
          confidence: NAMED_SOURCE_CONFIDENCE,
          reasons: [{ kind: 'source-url', host: 'morning-courier.test' }],
        });
        const unknown = { ...probe, sourceUrl: 'https://morning-courier.test/no-such-page' };
        expect((await succeed(source.match(unknown, neverAborted())))?.confidence ?? 0).toBeLessThan(SHOWN_AS_FACT);
      });

      it('does not count the open page itself', async () => {
        const source = await createSource();
        const match = await succeed(source.match(BRIDGE_PROBE, neverAborted()));
        const coverage = await succeed(source.story(StoryId.parse(match?.storyId), neverAborted()));
        expect(coverage?.story.articles).toBe(2);
      });
    });

    describe('story', () => {
      it('gives the coverage that the summary promised', async () => {
        const source = await createSource();
        const summary = StorySummary.parse((await succeed(source.lookup([DAIRY], neverAborted()))).get(DAIRY));
        const coverage = Coverage.parse(await succeed(source.story(summary.id, neverAborted())));
        expect(coverage.story).toEqual(summary);
        expect(coverage.articles.map(({ url }) => url)).toContain(DAIRY);
        expect(new Set(coverage.articles.map(({ outletId }) => outletId))).toEqual(
          new Set(Object.keys(coverage.outlets)),
        );
      });

      it('is null for an id that nobody knows', async () => {
        const source = await createSource();
        expect(await succeed(source.story(StoryId.parse('no-such-story'), neverAborted()))).toBeNull();
      });

      it('answers for a merged story with the one it lives on in, everywhere', async () => {
        const { source, merge } = await createIndex();
        const before = await succeed(source.lookup([BRIDGE, DAIRY], neverAborted()));
        const from = StoryId.parse(before.get(DAIRY)?.id);
        const to = StoryId.parse(before.get(BRIDGE)?.id);
        await merge({ from, to });
        const coverage = await succeed(source.story(from, neverAborted()));
        expect(coverage?.story).toMatchObject({ id: to, articles: 4 });
        expect((await succeed(source.lookup([DAIRY], neverAborted()))).get(DAIRY)?.id).toBe(to);
        const ids = (await succeed(source.stories({ limit: 10 }, neverAborted()))).map(({ id }) => id);
        expect(ids).toContain(to);
        expect(ids).not.toContain(from);
      });
    });

    describe('stories', () => {
      it('lists the latest first, as many as asked', async () => {
        const source = await createSource();
        const all = await succeed(source.stories({ limit: 10 }, neverAborted()));
        expect(all.map(({ articles }) => articles)).toEqual([2, 2, 1]);
        expect(all.map(({ updatedAt }) => updatedAt)).toEqual([NOW - 5 * HOUR, NOW - 19 * HOUR, NOW - 30 * HOUR]);
        expect(await succeed(source.stories({ limit: 2 }, neverAborted()))).toEqual(all.slice(0, 2));
        expect(await succeed(source.stories({ limit: 0 }, neverAborted()))).toEqual([]);
      });

      it('leaves out stories of fewer outlets than are asked for', async () => {
        const source = await createSource();
        const outletId = OutletId.parse('host:morning-courier.test');
        const find = async (query: Omit<StoriesQuery, 'limit'>) =>
          (await succeed(source.stories({ limit: 1, ...query }, neverAborted()))).map(({ outlets }) => outlets);
        expect(await find({ text: 'lighthouse', outletsMin: 1 })).toEqual([1]);
        expect(await find({ text: 'lighthouse', outletsMin: 2 })).toEqual([]);
        expect(await find({ outletId, outletsMin: 2 })).toEqual([2]);
        expect(await find({ outletsMin: 3 })).toEqual([]);
        const shared = await succeed(source.stories({ limit: 10, outletsMin: 2 }, neverAborted()));
        expect(shared.map(({ outlets }) => outlets)).toEqual([2, 2]);
      });

      it('lists the stories that an outlet has part in, the latest first', async () => {
        const source = await createSource();
        const outletId = OutletId.parse('host:valley-record.test');
        const ofOutlet = await succeed(source.stories({ limit: 10, outletId }, neverAborted()));
        expect(ofOutlet.map(({ articles }) => articles)).toEqual([2, 2]);
        expect(ofOutlet.map(({ updatedAt }) => updatedAt)).toEqual([NOW - 5 * HOUR, NOW - 19 * HOUR]);
        expect(await succeed(source.stories({ limit: 1, outletId }, neverAborted()))).toEqual(ofOutlet.slice(0, 1));
        const nobody = OutletId.parse('host:nobody.test');
        expect(await succeed(source.stories({ limit: 10, outletId: nobody }, neverAborted()))).toEqual([]);
      });

      it('finds the words of a headline, whatever their case, accents or order', async () => {
        const source = await createSource();
        const find = async (text: string) => await succeed(source.stories({ limit: 10, text }, neverAborted()));
        expect((await find('ORÍEL lighthouse')).map(({ articles }) => articles)).toEqual([1]);
        expect(await find('lighthouse parliament')).toEqual([]);
        expect(await find('')).toHaveLength(3);
      });
    });

    it('says "aborted" to whoever has given up', async () => {
      const source = await createSource();
      const aborted = AbortSignal.abort();
      const failure = { ok: false, error: { reason: 'aborted' } };
      expect(await source.lookup([BRIDGE], aborted)).toEqual(failure);
      expect(await source.match(BRIDGE_PROBE, aborted)).toEqual(failure);
      expect(await source.story(StoryId.parse('s'), aborted)).toEqual(failure);
      expect(await source.stories({ limit: 1 }, aborted)).toEqual(failure);
      const controller = new AbortController();
      const answer = source.match(BRIDGE_PROBE, controller.signal);
      controller.abort();
      expect(await answer).toEqual(failure);
    });
  });
}
