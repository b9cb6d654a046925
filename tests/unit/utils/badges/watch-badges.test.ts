// Which badges a page has after it switches from its list of articles to one of them and back, without loading.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BadgeStory } from '../../../../utils/badges/badge-schema.ts';
import { type BadgeOverlay, offerPart } from '../../../../utils/badges/overlay/overlay-port.ts';
import { offerScouted, type Scouted } from '../../../../utils/badges/scouted.ts';
import { watchBadges } from '../../../../utils/badges/watch-badges.ts';
import type { StoryLink } from '../../../../utils/links/story-link.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';
import { setPage } from '../../../support/link-page.ts';
import { fakeNearWindow } from '../../../support/near-window.ts';
import { until } from '../../../support/until.ts';

const FRONT = 'https://courier.test/';
const WALL = 'https://courier.test/news/northport-votes-to-rebuild-its-harbour-wall';
const HEADLINE = 'Northport votes to rebuild its harbour wall';
const LIST = `<main><article><h2><a href="${WALL}">${HEADLINE}</a></h2></article></main>`;
const ARTICLE = `<main><article><h1>${HEADLINE}</h1><p>The council of Northport met at night.</p></article></main>`;
const STORY = badgeStoryOf('s-wall');

let log: string[];
let asked: string[];
let density: 'all' | 'off';
let pageStory: BadgeStory | null;
let isCovered: boolean;
let isFailing: boolean;
/** A source of the worker does not answer. */
let isPartial: boolean;
let tellChange: (change: string) => void;
/** The next answer about links is held back until this resolves. */
let heldUp: Promise<void> | null;

const name = ({ link }: StoryLink) => (link === null ? 'headline' : 'link');

async function answer({ name: question, input }: { name: string; input: { links: { url: string }[] } }) {
  asked.push(question === 'links/lookup' ? input.links.map(({ url }) => url).join(' ') : question);
  if (isFailing) return { ok: false, error: { reason: 'failed', detail: 'invented' } };
  if (question === 'links/orders') return { ok: true, value: { density, page: pageStory } };
  if (question !== 'links/lookup') return { ok: true, value: {} };
  const found = input.links.flatMap(({ url }, index) => (url === WALL && isCovered ? [{ index, story: STORY }] : []));
  const held = heldUp;
  heldUp = null;
  await held;
  return { ok: true, value: { found, isWhole: !isPartial } };
}

beforeEach(() => {
  [log, asked, pageStory, density, isCovered, heldUp] = [[], [], null, 'all', true, null];
  [isFailing, isPartial] = [false, false];
  fakeNearWindow();
  vi.stubGlobal('browser', {
    runtime: {
      id: 'parallax',
      sendMessage: answer,
      onMessage: {
        addListener: (listener: typeof tellChange) => {
          tellChange = listener;
        },
        removeListener: () => undefined,
      },
    },
  });
  const overlay: BadgeOverlay = {
    show: (found) => log.push(...found.map(({ link }) => `show ${name(link)}`)),
    remove: (links) => log.push(...links.map((link) => `remove ${name(link)}`)),
    close: () => log.push('close'),
  };
  offerPart('__parallaxOverlay', () => overlay);
});

afterEach(async () => {
  density = 'off';
  tellChange('badges/all');
  await until(() => expect(log).toContain('close'));
  vi.unstubAllGlobals();
  for (const mark of Object.keys(globalThis))
    if (mark.startsWith('__parallax')) Reflect.deleteProperty(globalThis, mark);
});

it('a link has its badge again after a visit to its article, whatever the worker answered about the article', async () => {
  setPage(FRONT, LIST);
  watchBadges();
  await until(() => expect(log).toEqual(['show link']));

  setPage(WALL, ARTICLE);
  pageStory = STORY;
  tellChange('badges/page');
  await until(() => expect(log).toEqual(['show link', 'remove link', 'show headline']));
  // As when the story is not known yet: the headline's badge comes from the worker's message, not from the answer about links.
  pageStory = null;
  tellChange('badges/page');
  await until(() => expect(log.at(-1)).toBe('remove headline'));

  log = [];
  setPage(FRONT, LIST);
  await until(() => expect(log).toContain('show link'));
});

it('a badge of a link that is no longer covered when the overlay is ready is not drawn', async () => {
  const overlay = Reflect.get(globalThis, '__parallaxOverlay');
  Reflect.deleteProperty(globalThis, '__parallaxOverlay');
  setPage(FRONT, LIST);
  watchBadges();
  await until(() => expect(asked).toEqual(['links/orders', WALL]));
  isCovered = false;
  tellChange('badges/all');
  await until(() => expect(asked).toEqual(['links/orders', WALL, 'links/orders', WALL]));
  await new Promise((resolve) => setTimeout(resolve)); // waits for the answer
  offerPart('__parallaxOverlay', overlay);
  await new Promise((resolve) => setTimeout(resolve, 20)); // the overlay opens in a task of its own
  expect(log).toEqual([]);
});

describe('when the worker fails', () => {
  const ferry = (at: number) => `https://courier.test/news/ferry-number-${at}-sails-again-after-winter`;
  const item = (at: number) => `<h2><a href="${ferry(at)}">Ferry number ${at} sails again after a long winter</a></h2>`;

  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('links that it was asked about are looked up again later', async () => {
    setPage(FRONT, LIST);
    watchBadges();
    await vi.advanceTimersByTimeAsync(0);
    isFailing = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual([]);
    isFailing = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log).toEqual(['show link']);
  });

  it('they are asked for again although links that came meanwhile were answered', async () => {
    setPage(FRONT, `<main>${LIST}</main>`);
    watchBadges();
    await vi.advanceTimersByTimeAsync(0);
    isFailing = true;
    await vi.advanceTimersByTimeAsync(1_000);
    isFailing = false;
    document.querySelector('main')?.insertAdjacentHTML('beforeend', item(1));
    await vi.advanceTimersByTimeAsync(1_000);
    expect([asked.at(-1), log]).toEqual([ferry(1), []]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked.at(-1), log]).toEqual([WALL, ['show link']]);
    const { length } = asked;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toHaveLength(length);
  });

  it('links are asked for again when it answers about others, even after the last attempt', async () => {
    setPage(FRONT, LIST);
    watchBadges();
    await vi.advanceTimersByTimeAsync(0);
    isFailing = true;
    await vi.advanceTimersByTimeAsync(600_000);
    isFailing = false;
    document.body.insertAdjacentHTML('beforeend', item(1));
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked.slice(-2), log]).toEqual([[ferry(1), WALL], ['show link']]);
  });

  it('about several batches of links at once, they are looked up again as soon as after one', async () => {
    setPage(FRONT, LIST + Array.from({ length: 250 }, (_, at) => item(at)).join(''));
    watchBadges();
    await vi.advanceTimersByTimeAsync(0);
    isFailing = true;
    await vi.advanceTimersByTimeAsync(3_000);
    isFailing = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log).toEqual(['show link']);
  });

  it('or a server, what neither knew is asked again later, and nothing that was found', async () => {
    const OTHER = 'https://courier.test/news/council-of-northport-raises-taxes-for-ferries';
    setPage(FRONT, `${LIST}<h2><a href="${OTHER}">Council of Northport raises taxes for ferries</a></h2>`);
    isPartial = true;
    watchBadges();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([log, asked]).toEqual([['show link'], ['links/orders', `${WALL} ${OTHER}`]]);
    isPartial = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(['links/orders', `${WALL} ${OTHER}`, OTHER]);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(asked).toHaveLength(3);
  });

  it('badges that are there stay, and changes are followed later', async () => {
    setPage(FRONT, LIST);
    watchBadges();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual(['show link']);
    [isFailing, isCovered] = [true, false];
    tellChange('badges/all');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(log).toEqual(['show link']);
    isFailing = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log.at(-1)).toBe('remove link');
    expect(log).not.toContain('close');
  });
});

describe('when the worker reports several changes', () => {
  beforeEach(async () => {
    setPage(FRONT, LIST);
    watchBadges();
    await until(() => expect(log).toEqual(['show link']));
    isCovered = false;
  });

  it('links are looked up again, even if the last report was only about the page’s own article', async () => {
    tellChange('badges/all');
    tellChange('badges/page');
    await until(() => expect(log.at(-1)).toBe('remove link'));
  });

  it('a later answer to another request is not mistaken for it', async () => {
    isCovered = true;
    let release = () => {};
    heldUp = new Promise((resolve) => {
      release = resolve;
    });
    tellChange('badges/all');
    await until(() => expect(asked).toEqual(['links/orders', WALL, 'links/orders', WALL]));
    isCovered = false;
    tellChange('badges/all');
    await until(() => expect(log.at(-1)).toBe('remove link'));
    log = [];
    release();
    await new Promise((resolve) => setTimeout(resolve)); // time enough to draw one
    expect(log).toEqual([]);
  });
});

describe('the answers that the scout received', () => {
  const OTHER = 'https://courier.test/news/council-of-northport-raises-taxes-for-ferries';
  const SCOUTED: Scouted = {
    pageUrl: FRONT,
    orders: { density: 'all', page: null },
    stories: new Map([[WALL, STORY]]),
  };
  const TWO = `${LIST}<h2><a href="${OTHER}">Council of Northport raises taxes for ferries</a></h2>`;

  function start(scouted: Scouted): void {
    let left: Scouted | null = scouted;
    offerScouted(() => {
      const taken = left;
      left = null;
      return taken;
    });
    setPage(FRONT, TWO);
    watchBadges();
  }

  it('are not requested again: neither orders nor covered links', async () => {
    start(SCOUTED);
    await until(() => expect(log).toEqual(['show link']));
    await until(() => expect(asked).toEqual([OTHER]));
    tellChange('badges/all');
    await until(() => expect(asked).toEqual([OTHER, 'links/orders', `${WALL} ${OTHER}`]));
  });

  it('no longer apply when the page has become another', async () => {
    start({ ...SCOUTED, pageUrl: WALL });
    await until(() => expect(asked).toEqual(['links/orders', `${WALL} ${OTHER}`]));
  });
});
