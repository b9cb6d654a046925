// The worker's answers for a page's badges: by site rules, the index and headlines, and when nothing is looked up at all.
import { describe, expect, it, vi } from 'vitest';
import { OutletId, StoryId } from '../../../../engine/ids.ts';
import type { CoverageError } from '../../../../engine/ports.ts';
import { err, ok } from '../../../../engine/result.ts';
import type { Coverage, RatedOutlet, StorySummary } from '../../../../engine/schema.ts';
import { createPageBadges, type PageBadgesDeps } from '../../../../utils/badges/page-badges.ts';
import { startTrail } from '../../../../utils/coverage/remote/trail.ts';
import { readSettings } from '../../../../utils/settings.ts';
import type { AnsweredBy, TabState } from '../../../../utils/tab-state.ts';
import { readShownState, writeConfirmedStory, writeTabState } from '../../../../utils/tabs/tab-states.ts';
import { coverageOf, outletOf } from '../../../support/coverage-fixtures.ts';
import { CERTAIN } from '../../../support/ui/popup-states.ts';

const PAGE = 'https://front.test/';
const tab = { id: 1, isPrivate: false };
const coverage: Coverage = coverageOf({ outlets: ['one.test', 'two.test', 'three.test', 'four.test'] });
const linkTo = (path: string) => ({ url: `https://front.test/${path}`, text: `A headline about ${path}` });

function setUp(changes: Partial<PageBadgesDeps> = {}, known: Readonly<Record<string, StorySummary>> = {}) {
  const lookup = vi.fn(async (urls: readonly string[]) =>
    ok(new Map(urls.flatMap((url) => (known[url] === undefined ? [] : [[url, known[url]] as const])))),
  );
  const matchTitles = vi.fn(async () => ok(new Map<string, StorySummary>()));
  const badges = createPageBadges({
    source: { lookup },
    readStory: async () => ok(coverage),
    matchTitles,
    readLinkSources: async () => ({ device: true, server: true }),
    lookUpAtServer: async () => ok(new Map()),
    readAddressTitles: async () => null,
    mayRead: async () => true,
    readSettings,
    readTab: async () => null,
    findOutlet: async (url) => OutletId.parse(new URL(url).hostname),
    rateOutlet: async (id) => outletOf(id),
    readOfflineAsOf: async () => null,
    startTimeout: () => new AbortController().signal,
    ...changes,
  });
  return { badges, lookup, matchTitles };
}

describe('links', () => {
  it('are answered by their place in the question, each address asked once', async () => {
    const { badges, lookup } = setUp({}, { [linkTo('b').url]: coverage.story });
    const answer = await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a'), linkTo('b'), linkTo('b')] });
    expect(answer.isWhole).toBe(true);
    expect(answer.found.map(({ index }) => index)).toEqual([1, 2]);
    expect(lookup.mock.calls[0]?.[0]).toHaveLength(2);
  });

  it('that are not known are matched by their text', async () => {
    const { badges, matchTitles } = setUp(
      { matchTitles: async () => ok(new Map([[linkTo('c').url, coverage.story]])) },
      { [linkTo('a').url]: coverage.story },
    );
    const { found } = await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a'), linkTo('c')] });
    expect(found.map(({ index }) => index)).toEqual([0, 1]);
    expect(matchTitles).not.toHaveBeenCalled();
  });

  it('known by their address still have badges when matching fails', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { badges } = setUp(
      { matchTitles: async () => err({ reason: 'aborted' }) },
      { [linkTo('a').url]: coverage.story },
    );
    expect(await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a'), linkTo('c')] })).toMatchObject({
      found: [{ index: 0 }],
      isWhole: false,
    });
  });

  it.each([
    ['where the page may not be read', { mayRead: async () => false }],
    ['where the device has no index', { readLinkSources: async () => ({ device: false, server: true }) }],
  ])('are not looked up %s', async (_, changes) => {
    const { badges, lookup } = setUp(changes, { [linkTo('a').url]: coverage.story });
    expect(await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a')] })).toMatchObject({ found: [] });
    expect(lookup).not.toHaveBeenCalled();
  });
});

it('a server is only asked about what the device does not know', async () => {
  const lookUpAtServer = vi.fn(async () => ok(new Map([[linkTo('b').url, coverage.story]])));
  const { badges } = setUp({ lookUpAtServer }, { [linkTo('a').url]: coverage.story });
  const { found } = await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a'), linkTo('b'), linkTo('c')] });
  expect(found).toMatchObject([
    { index: 0, story: { by: 'device' } },
    { index: 1, story: { by: 'server' } },
  ]);
  expect(lookUpAtServer).toHaveBeenCalledWith(
    { urls: [linkTo('b').url, linkTo('c').url], reader: tab },
    expect.anything(),
  );
});

it('what a server that cannot be reached might know may be asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const lookUpAtServer = async () => err<CoverageError>({ reason: 'offline' });
  const { badges } = setUp({ lookUpAtServer }, { [linkTo('a').url]: coverage.story });
  expect(await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('a'), linkTo('b')] })).toMatchObject({
    found: [{ index: 0 }],
    isWhole: false,
  });
});

it('a server that may not be asked about links is not asked', async () => {
  const lookUpAtServer = vi.fn(async () => ok(new Map([[linkTo('b').url, coverage.story]])));
  const { badges } = setUp({ lookUpAtServer, readLinkSources: async () => ({ device: true, server: false }) });
  expect(await badges.lookup(tab, { pageUrl: PAGE, links: [linkTo('b')] })).toEqual({ found: [], isWhole: true });
  expect(lookUpAtServer).not.toHaveBeenCalled();
});

const state = (status: 'covered' | 'possible', answeredBy: AnsweredBy = { by: 'device' }): TabState => ({
  pageUrl: PAGE,
  page: {
    status,
    article: {
      url: PAGE,
      title: 'Bridge',
      kind: 'report',
      host: 'front.test',
      outletId: OutletId.parse('front.test'),
      publishedAt: null,
    },
    match: CERTAIN,
    coverage,
    answeredBy,
  },
  separated: null,
});

describe('the scout', () => {
  const device = async () => ({ device: true, server: false });
  const covered = linkTo('b').url;
  const setUpScout = (changes: Partial<PageBadgesDeps> = {}) =>
    setUp({ readLinkSources: device, ...changes }, { [covered]: coverage.story });

  const manyReports = async () => ({ ...(await readSettings()), badgeMinimum: coverage.story.reports + 1 });
  const NONE = { status: 'none' };
  const finder = { status: 'finder', orders: { density: 'all', page: null }, found: [] };
  const foundAt = (index: number) => ({ ...finder, found: [{ index, story: { storyId: coverage.story.id } }] });

  it('gets no finder before there is a covered link, which may be behind a redirector', async () => {
    const { badges } = setUpScout();
    expect(await badges.scout(tab, { pageUrl: PAGE, urls: [] })).toEqual(NONE);
    expect(await badges.scout(tab, { pageUrl: PAGE, urls: [linkTo('a').url] })).toEqual(NONE);
    expect(await badges.scout(tab, { pageUrl: PAGE, urls: [linkTo('a').url, covered] })).toMatchObject(foundAt(1));
    const behind = `https://www.google.com/url?q=${encodeURIComponent(`${covered}?utm_source=mail`)}`;
    expect(await badges.scout(tab, { pageUrl: PAGE, urls: [behind] })).toMatchObject(foundAt(0));
  });

  describe('while headlines can be compared', () => {
    const unknown = linkTo('a').url;
    const told = (urls: readonly string[]) => ({ links: urls.map((url) => ({ url, text: 'a' })), isPartial: false });
    const matchTitles = vi.fn(async () => ok(new Map([[unknown, coverage.story]])));

    it('gets the finder for a link whose address contains the words of a story', async () => {
      const { badges } = setUpScout({ readAddressTitles: async (urls) => told(urls), matchTitles });
      expect(await badges.scout(tab, { pageUrl: PAGE, urls: [unknown] })).toEqual(finder);
      expect(matchTitles).toHaveBeenCalledWith(
        { links: [{ url: unknown, text: 'a' }], source: 'address' },
        expect.anything(),
      );
      expect(await badges.scout(tab, { pageUrl: PAGE, urls: [linkTo('c').url] })).toEqual(NONE);
    });

    it('gets no finder if that story, or the known one, has no badge', async () => {
      const readAddressTitles = vi.fn(async (urls: readonly string[]) => told(urls));
      const { badges } = setUpScout({ readAddressTitles, matchTitles, readSettings: manyReports });
      expect(await badges.scout(tab, { pageUrl: PAGE, urls: [unknown, covered] })).toEqual(NONE);
      expect(readAddressTitles).toHaveBeenCalledWith([unknown]);
    });

    it('gets the finder if an address contains no words, or they could not be compared', async () => {
      const untold = setUpScout({ readAddressTitles: async () => ({ links: [], isPartial: true }) });
      expect(await untold.badges.scout(tab, { pageUrl: PAGE, urls: [unknown] })).toEqual(finder);
      expect(untold.matchTitles).not.toHaveBeenCalled();
      const failing = setUpScout({
        readAddressTitles: async (urls) => told(urls),
        matchTitles: async () => err({ reason: 'aborted' }),
      });
      expect(await failing.badges.scout(tab, { pageUrl: PAGE, urls: [unknown] })).toEqual(finder);
    });

    it('gets no finder if no link leads to an outlet’s article', async () => {
      const { badges } = setUpScout({ readAddressTitles: async () => told([]), matchTitles });
      expect(await badges.scout(tab, { pageUrl: PAGE, urls: [unknown] })).toEqual(NONE);
    });
  });

  it('gets no finder for a story below the user’s minimum, or without the required blindspot', async () => {
    const changes: Partial<Awaited<ReturnType<typeof readSettings>>>[] = [
      { badgeMinimum: coverage.story.reports + 1 },
      { badgeDensity: 'blindspots' },
    ];
    for (const change of changes) {
      const { badges } = setUpScout({ readSettings: async () => ({ ...(await readSettings()), ...change }) });
      expect(await badges.scout(tab, { pageUrl: PAGE, urls: [covered] })).toEqual(NONE);
    }
  });

  it.each<[string, string, Partial<PageBadgesDeps>]>([
    ['it is a search engine or a network', 'https://www.bing.com/', {}],
    ['it is an article that others cover', PAGE, { readTab: async () => state('covered') }],
    ['a server may be asked for links', PAGE, { readLinkSources: async () => ({ device: false, server: true }) }],
  ])('is told of the finder without any link where %s', async (_, page, changes) => {
    const { badges, lookup } = setUpScout(changes);
    const answer = await badges.scout(tab, { pageUrl: page, urls: [] });
    expect(answer).toEqual({ ...finder, orders: await badges.orders(tab, page) });
    expect(lookup).not.toHaveBeenCalled();
  });

  it('waits where badges are off, and finds nothing without an index', async () => {
    const off = setUpScout({ mayRead: async () => false });
    expect(await off.badges.scout(tab, { pageUrl: PAGE, urls: [covered] })).toEqual({ status: 'wait' });
    const without = setUpScout({ readLinkSources: async () => ({ device: false, server: false }) });
    expect(await without.badges.scout(tab, { pageUrl: 'https://www.bing.com/', urls: [] })).toEqual(NONE);
    expect(await without.badges.scout(tab, { pageUrl: PAGE, urls: [covered] })).toEqual(NONE);
    expect(without.lookup).not.toHaveBeenCalled();
  });
});

describe('orders', () => {
  it('bring the story of the open article', async () => {
    const { badges } = setUp({ readTab: async () => state('covered') });
    expect(await badges.orders(tab, PAGE)).toMatchObject({ density: 'all', page: { storyId: coverage.story.id } });
  });

  it.each<[AnsweredBy, 'device' | 'server']>([
    [{ by: 'device' }, 'device'],
    [{ by: 'device-instead', host: 'news.test', reason: 'offline' }, 'device'],
    [{ ...startTrail(), by: 'server', host: 'news.test', staleFor: null }, 'server'],
  ])('say whose story it is: of %j', async (answeredBy, by) => {
    const { badges } = setUp({ readTab: async () => state('covered', answeredBy) });
    expect((await badges.orders(tab, PAGE)).page).toMatchObject({ by });
  });

  it('bring none that is only possible, and none of the page before', async () => {
    const { badges } = setUp({ readTab: async () => state('possible') });
    expect((await badges.orders(tab, PAGE)).page).toBeNull();
    const { badges: others } = setUp({ readTab: async () => state('covered') });
    expect((await others.orders(tab, 'https://front.test/next')).page).toBeNull();
  });

  it('bring a story that was only possible once the user has said that it is the same', async () => {
    await writeTabState(tab.id, state('possible'));
    const { badges } = setUp({ readTab: readShownState });
    expect((await badges.orders(tab, PAGE)).page).toBeNull();
    await writeConfirmedStory(tab.id, 'another');
    expect((await badges.orders(tab, PAGE)).page).toBeNull();
    await writeConfirmedStory(tab.id, coverage.story.id);
    expect((await badges.orders(tab, PAGE)).page).toMatchObject({ storyId: coverage.story.id });
  });

  it('are “off” where the page may not be read', async () => {
    expect(await setUp({ mayRead: async () => false }).badges.orders(tab, PAGE)).toEqual({
      density: 'off',
      page: null,
    });
  });
});

/** Placed by one rater. */
function ratedOutletOf(id: string, step: 'left' | 'right'): RatedOutlet {
  const place = step === 'left' ? -2 : 2;
  const rating = { packId: 'p', rater: 'R', value: step, bias: place, factuality: null, label: null } as const;
  return {
    ...outletOf(id),
    bias: { step, mean: place, low: place, high: place, raters: 1 },
    ratings: [{ ...rating, date: '2026', source: 's' }],
  };
}

describe('a card', () => {
  const asked = {
    pageUrl: PAGE,
    storyId: StoryId.parse('s-1'),
    by: 'server',
    url: 'https://two.test/bridge',
    isOpened: true,
  } as const;

  it('names the link’s outlet only when somebody rates it, and never compares it with itself', async () => {
    const answer = await setUp().badges.story(tab, asked);
    expect(answer).toMatchObject({ status: 'shown', card: { outlet: null } });
    const headlines = answer.status === 'shown' ? answer.card.headlines : [];
    expect(headlines.map(({ outlet }) => outlet.id)).not.toContain('two.test');
  });

  it.each([
    ['rates it otherwise', 'left'],
    ['does not rate it', null],
  ] as const)('gives the link’s outlet its place in the story, also where the device %s', async (_, step) => {
    const rated = ratedOutletOf('two.test', 'right');
    const readStory = async () => ok({ ...coverage, outlets: { ...coverage.outlets, [rated.id]: rated } });
    const rateOutlet = async () => (step === null ? outletOf('two.test') : ratedOutletOf('two.test', step));
    const answer = await setUp({ readStory, rateOutlet }).badges.story(tab, asked);
    expect(answer).toMatchObject({ card: { outlet: { bias: { step: 'right' } } } });
  });

  it('rates a link’s outlet that the story has nothing of', async () => {
    const rateOutlet = async () => ratedOutletOf('other.test', 'left');
    const answer = await setUp({ rateOutlet }).badges.story(tab, { ...asked, url: 'https://other.test/bridge' });
    expect(answer).toMatchObject({ card: { outlet: { id: 'other.test', bias: { step: 'left' } } } });
  });

  it('of a private window offers no page of its own', async () => {
    const answer = await setUp().badges.story({ id: 1, isPrivate: true }, asked);
    expect(answer).toMatchObject({ card: { canOpenStory: false } });
  });

  it('is not available, and nothing is requested, if the page may no longer be read', async () => {
    const readStory = vi.fn(async () => ok(coverage));
    const { badges } = setUp({ mayRead: async () => false, readStory });
    expect(await badges.story(tab, asked)).toEqual({ status: 'gone' });
    expect(readStory).not.toHaveBeenCalled();
  });

  it.each([true, false])('that opens (%s), and whose it is, is known to whoever may ask a server', async (isOpened) => {
    const readStory = vi.fn(async () => ok(coverage));
    await setUp({ readStory }).badges.story(tab, { ...asked, isOpened });
    expect(readStory).toHaveBeenCalledWith(
      { id: asked.storyId, by: 'server', isPrivate: false, isOpened },
      expect.anything(),
    );
  });

  it('is not available if the story has expired', async () => {
    expect(await setUp({ readStory: async () => ok(null) }).badges.story(tab, asked)).toEqual({ status: 'gone' });
  });

  it.each<[CoverageError, string]>([
    [{ reason: 'storage-failed', cause: null }, 'storage-failed'],
    [{ reason: 'aborted' }, 'timeout'],
    [{ reason: 'server', problem: 'token-refused', status: 401 }, 'server-token-refused'],
  ])('that cannot be read has the reason that the popup would give: %j', async (error, reason) => {
    const answer = await setUp({ readStory: async () => err(error) }).badges.story(tab, asked);
    expect(answer).toEqual({ status: 'failed', reason });
  });
});
