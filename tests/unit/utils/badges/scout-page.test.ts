// What the scout asks the worker about a page's links, and when it hands the page over to the finder.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { ScoutAnswer } from '../../../../utils/badges/badge-schema.ts';
import { scoutPage } from '../../../../utils/badges/scout-page.ts';
import { takeScouted } from '../../../../utils/badges/scouted.ts';
import { badgeStoryOf } from '../../../support/badge-story.ts';
import { setPage } from '../../../support/link-page.ts';
import { fakeNearWindow, type NearWindow } from '../../../support/near-window.ts';
import { preparePageRewrite } from '../../../support/page-rewrite.ts';
import { until } from '../../../support/until.ts';

const PAGE = 'https://blog.test/';
const link = (path: string) => `<p><a href="https://courier.test/${path}">A headline about ${path}</a></p>`;

let asked: string[][];
/** Undefined: a failure. */
let answers: (urls: readonly string[]) => ScoutAnswer | undefined;
const NONE: ScoutAnswer = { status: 'none' };
const FINDER: ScoutAnswer = {
  status: 'finder',
  orders: { density: 'all', page: null },
  found: [{ index: 0, story: badgeStoryOf('s-a') }],
};
const listeners = new Set<(message: string) => void>();
let near: NearWindow;

beforeEach(() => {
  asked = [];
  answers = () => NONE;
  listeners.clear();
  near = fakeNearWindow();
  vi.stubGlobal('browser', {
    runtime: {
      id: 'parallax',
      async sendMessage({ name, input }: { name: string; input: { pageUrl: string; urls: string[] } }) {
        expect([name, input.pageUrl]).toEqual(['links/scout', PAGE]);
        asked.push(input.urls.map((url) => url.replace('https://courier.test/', '')));
        const value = answers(input.urls);
        return value === undefined ? { ok: false, error: { reason: 'failed' } } : { ok: true, value };
      },
      onMessage: {
        addListener: (listener: (message: string) => void) => listeners.add(listener),
        removeListener: (listener: (message: string) => void) => listeners.delete(listener),
      },
    },
  });
});

afterEach(() => {
  takeScouted();
  expect(listeners.size).toBe(0);
  vi.unstubAllGlobals();
  for (const mark of Object.keys(globalThis))
    if (mark.startsWith('__parallax')) Reflect.deleteProperty(globalThis, mark);
});

const tell = (change: string) => {
  for (const listener of listeners) listener(change);
};
const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html);
/** Long enough for a further request, if there were one. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

it('asks for links near the window, each address once, and for those that come later', async () => {
  setPage(PAGE, link('a') + link('b') + link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a', 'b']]));
  add(link('c') + link('b'));
  await until(() => expect(asked).toEqual([['a', 'b'], ['c']]));
});

it('does not look up addresses that are not on the web', async () => {
  const long = `https://courier.test/${'long-'.repeat(500)}`;
  setPage(PAGE, `<a href="mailto:a@b.test">a</a><a href="${long}">b</a>${link('a')}`);
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
});

it('looks up a link again when the page has changed its address', async () => {
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  document.querySelector('a')?.setAttribute('href', 'https://courier.test/b');
  await until(() => expect(asked).toEqual([['a'], ['b']]));
});

it('asks for links that are far away when they come near', async () => {
  setPage(PAGE, link('a'));
  near.place(() => 'far');
  scoutPage();
  await pause();
  expect(asked).toEqual([]);
  near.place(() => 'near');
  await until(() => expect(asked).toEqual([['a']]));
});

it('looks up a few links of the first screens at once, and many of those below', async () => {
  setPage(PAGE, Array.from({ length: 300 }, (_, at) => link(`${at}`)).join(''));
  const show = (path: string) =>
    near.place((element) => (element.querySelector(`a[href$="/${path}"]`) === null ? 'far' : 'near'));
  show('0');
  scoutPage();
  await until(() => expect(asked.map((urls) => urls.length)).toEqual([40]));
  show('120');
  await until(() => expect(asked.map((urls) => urls.length)).toEqual([40, 120]));
});

it('asks for links in open shadow roots, also of components whose script comes late', async () => {
  setPage(PAGE, '<news-card></news-card>');
  scoutPage();
  const card = document.querySelector('news-card');
  if (card !== null) card.attachShadow({ mode: 'open' }).innerHTML = link('inside');
  await until(() => expect(asked).toEqual([['inside']]));
});

it('asks for links of components that come later, however many others have links', async () => {
  const addCard = (path: string) => {
    const card = document.createElement('news-card');
    card.attachShadow({ mode: 'open' }).innerHTML = link(path);
    document.body.append(card);
  };
  setPage(PAGE, '');
  for (let at = 0; at < 40; at++) addCard(`${at}`);
  scoutPage();
  await until(() => expect(asked.flat()).toHaveLength(40));
  addCard('late');
  await until(() => expect(asked.at(-1)).toEqual(['late']));
});

it('does not delay links that are added just after the first scan', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  setPage(PAGE, '<main></main>');
  scoutPage();
  add(link('a'));
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([['a']]);
});

it('asks a worker again that failed, for the links of the page and for those that came meanwhile', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  answers = () => undefined;
  setPage(PAGE, link('a'));
  scoutPage();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([['a']]);
  answers = () => NONE;
  add(link('b'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked.slice(1).flat().sort()).toEqual(['a', 'b']);
  const { length } = asked;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toHaveLength(length);
});

it.each<[string, ScoutAnswer]>([
  ['has added the finder', FINDER],
  ['says that there are no badges', { status: 'wait' }],
])('asks no more once the worker %s', async (_, answer) => {
  answers = () => answer;
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  add(link('b'));
  await pause();
  expect(asked).toEqual([['a']]);
});

it('hands the worker’s answers over to the finder, once, and ends', async () => {
  answers = () => FINDER;
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  await until(() => expect(listeners.size).toBe(1));
  await pause();
  expect(takeScouted()).toEqual({
    pageUrl: PAGE,
    orders: { density: 'all', page: null },
    stories: new Map([['https://courier.test/a', badgeStoryOf('s-a')]]),
  });
  expect(takeScouted()).toBeNull();
  tell('badges/all');
  await pause();
  expect(asked).toEqual([['a']]);
});

it('hands nothing over that the worker has taken back meanwhile', async () => {
  answers = () => FINDER;
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  await pause();
  answers = () => NONE;
  tell('badges/all');
  expect(takeScouted()).toBeNull();
});

it('continues unchanged if the worker has nothing about the page’s own article', async () => {
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  tell('badges/page');
  await pause();
  expect(asked).toEqual([['a']]);
  tell('badges/covered');
  await until(() => expect(asked).toEqual([['a'], [], ['a']]));
});

it('starts again when the page returns from the back/forward cache, even if a script has written another document', async () => {
  const rewritePage = preparePageRewrite();
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  rewritePage();
  await Promise.resolve();
  asked = [];
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await until(() => expect(asked).toEqual([[], ['a']]));
});

it('starts again when the worker reports a change, if it is alone in the page, but not beside the finder', async () => {
  answers = () => ({ status: 'wait' });
  setPage(PAGE, link('a'));
  scoutPage();
  await until(() => expect(asked).toEqual([['a']]));
  answers = (urls) => (urls.length === 0 ? NONE : FINDER);
  tell('badges/all');
  await until(() => expect(asked).toEqual([['a'], [], ['a']]));
  takeScouted();
  expect(listeners.size).toBe(0);
  tell('badges/all');
  await pause();
  expect(asked).toEqual([['a'], [], ['a']]);

  scoutPage(); // injected again after a change of settings: the worker injects the finder again too
  await until(() => expect(asked).toEqual([['a'], [], ['a'], [], ['a']]));
});
