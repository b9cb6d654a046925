// Pages made to confuse, stall or break the search for links: nothing is thrown, and the work is bounded.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveTarget } from '../../../../utils/links/resolve-target.ts';
import { weighStoryLink } from '../../../../utils/links/weigh-story-link.ts';
import { clobber } from '../../../support/clobber.ts';
import { setPage } from '../../../support/link-page.ts';
import { type LinkWatch, openLinkWatch } from '../../../support/link-watch.ts';
import { fakeNearWindow } from '../../../support/near-window.ts';

const TEXT = 'Northport votes to rebuild its harbour wall';
const WALL = '/news/northport-votes-to-rebuild-its-harbour-wall';
const CARD = `<h2><a href="${WALL}">${TEXT}</a></h2>`;

let watch: LinkWatch | null = null;
afterEach(() => watch?.stop());

async function findOn(html: string): Promise<LinkWatch> {
  setPage('https://courier.test/', html);
  watch = openLinkWatch();
  await watch.settle();
  return watch;
}

describe('nothing is thrown, and the story link is found', () => {
  it.each([
    [
      'empty and broken addresses',
      `<a href="">${TEXT}</a><a href="https://">${TEXT}</a><a href="http://[">${TEXT}</a><a href="//">${TEXT}</a><a href="%">${TEXT}</a>${CARD}`,
    ],
    [
      'scripts and data',
      `<a href="javascript:alert(1)//news/2026/05/19/x-y-z-a-b">${TEXT}</a><a href="data:text/html,news/2026/05/19">${TEXT}</a>${CARD}`,
    ],
    ['huge addresses', `<a href="/news/${'northport-'.repeat(50_000)}">${TEXT}</a>${CARD}`],
    [
      'huge texts',
      `<a href="/news/other-story-of-the-wall-and-more"><p>${'wall '.repeat(100_000)}</p></a>${CARD}`
        .replace('<p>', '')
        .replace('</p>', ''),
    ],
    ['deep nesting', `${'<div>'.repeat(450)}<span>deep</span>${'</div>'.repeat(450)}${CARD}`],
    [
      'deep links',
      `<a href="/news/other-story-of-the-old-wall">${'<span>'.repeat(200)}${TEXT}${'</span>'.repeat(200)}</a>${CARD}`,
    ],
    [
      'endless redirectors',
      `<a href="https://vk.com/away.php?to=${'https%3A%2F%2Fvk.com%2Faway.php%3Fto%3D'.repeat(30)}">${TEXT}</a>${CARD}`,
    ],
  ])('%s', async (_, html) => {
    const { found } = await findOn(html);
    expect(found.map(({ link }) => link?.getAttribute('href'))).toContain(WALL);
  });
});

it('a long list is not scanned again for each of its links', async () => {
  const lists = Array.from({ length: 40 }, (_, no) => {
    const address = `/news/northport-votes-to-rebuild-its-harbour-wall-${no}`;
    return `<a href="${address}">${TEXT}, part ${no}</a><a href="${address}"><img alt=""></a>`;
  });
  setPage('https://courier.test/', `<div id="list">${lists.join('')}</div>`);
  const looked = vi.spyOn(Element.prototype, 'querySelector');
  watch = openLinkWatch();
  await watch.settle();
  expect(watch.found).toHaveLength(40);
  expect(looked.mock.contexts).not.toContain(document.getElementById('list'));
  looked.mockRestore();
});

it('a form in a headline whose fields hide its properties is skipped once', async () => {
  setPage(
    'https://courier.test/',
    `<h2><a href="${WALL}">Northport votes to rebuild <form></form>its harbour wall</a></h2>`,
  );
  const form = document.querySelector('form');
  // Own properties as fields define them on their form in a browser; the second one leads back to the first text.
  Object.defineProperty(form, 'nodeType', { value: document.querySelector('h2') });
  Object.defineProperty(form, 'nextSibling', { value: document.querySelector('a')?.firstChild });
  watch = openLinkWatch();
  await watch.settle();
  expect(watch.found.map(({ text }) => text)).toEqual([TEXT]);
});

it('a form around a headline is not asked for properties that its fields may hide', async () => {
  setPage('https://courier.test/', `<form>${CARD}</form>`);
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  const names = ['parentNode', 'nodeType', 'firstChild', 'closest', 'contains', 'checkVisibility'];
  const asked = clobber(form, names);
  watch = openLinkWatch();
  await watch.settle();
  expect(watch.found.map(({ link }) => link?.getAttribute('href'))).toEqual([WALL]);
  expect([...asked]).toEqual([]);
});

it('only the first 5,000 links of a page are examined', { timeout: 120_000 }, async () => {
  const links = Array.from(
    { length: 6_000 },
    (_, i) => `<a href="/news/a-story-of-the-wall-number-${i}">${TEXT}, ${i}</a>`,
  );
  const { found } = await findOn(links.join(''));
  expect(found).toHaveLength(5_000);
});

it('a link whose address changes all the time is examined once for each time that it rests', async () => {
  const { told, settle, looks } = await findOn(CARD);
  for (let i = 0; i < 100; i++) document.querySelector('a')?.setAttribute('href', `${WALL}-${i}`);
  const before = looks();
  await settle();
  expect(looks() - before).toBeLessThanOrEqual(1);
  expect(told).toHaveLength(3);
});

it('a callback that throws ends nothing', async () => {
  const error = vi.fn();
  setPage('https://courier.test/', CARD);
  const { watchStoryLinks } = await import('../../../../utils/links/watch-story-links.ts');
  const pending: (() => void)[] = [];
  const told: string[] = [];
  fakeNearWindow();
  const { stop } = watchStoryLinks({
    root: document,
    hints: null,
    onFound: (links) => {
      told.push(...links.map(({ text }) => text));
      if (told.length === 1) throw new Error('no badge today');
    },
    onGone: () => {},
    isAlive: () => true,
    onDead: () => {},
    schedule: (work) => {
      pending.push(work);
      return () => {};
    },
  });
  const turn = async () => {
    for (let work = pending.shift(); work !== undefined; work = pending.shift()) {
      try {
        work();
      } catch (thrown) {
        error(thrown);
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  await turn();
  document.body.insertAdjacentHTML(
    'beforeend',
    `<h2><a href="/news/council-splits-over-cost-of-wall">Council splits over cost</a></h2>`,
  );
  await new Promise((resolve) => setTimeout(resolve, 0));
  await turn();
  stop();
  expect(error).toHaveBeenCalledTimes(1);
  expect(told).toEqual([TEXT, 'Council splits over cost']);
});

describe('any string', () => {
  // A small generator with a fixed seed: the same strings in every run.
  const pieces = [
    'https://',
    '//',
    '/',
    '?',
    '#',
    '&',
    '=',
    '%',
    '%E0%A4',
    '2026',
    '05',
    '19',
    'news',
    '-',
    '.html',
    'ñ',
    '北',
    '\u0000',
    ' ',
    '.',
    'vk.com/away.php?to=',
    'google.com/url?q=',
    'javascript:',
    '@',
    ':',
    '[',
    '\ud800',
  ];
  let state = 7;
  const next = (max: number) => {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    return (state >>> 8) % max;
  };
  const word = () => Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');

  it('is weighed to a number and resolved to a web address or null', () => {
    for (let i = 0; i < 1_500; i++) {
      const address = word();
      expect(weighStoryLink(address, word())).toBeGreaterThanOrEqual(-30);
      expect(weighStoryLink(`https://courier.test/${address}`, word())).not.toBeNaN();
      expect(resolveTarget(address, 'https://courier.test/') ?? 'https://').toMatch(/^https:\/\//);
    }
  });
});
