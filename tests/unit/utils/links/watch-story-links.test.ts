// Story links while the page changes: found once, removed once, and found again when a node is reused for another story.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setPage } from '../../../support/link-page.ts';
import { type LinkWatch, openLinkWatch } from '../../../support/link-watch.ts';

const TEXT = 'Northport votes to rebuild its harbour wall';
const card = (name: string, text = TEXT) =>
  `<article id="${name}"><h2><a href="/news/${name}-story-of-the-wall">${text}</a></h2></article>`;
const add = (html: string, to = 'main') => document.querySelector(to)?.insertAdjacentHTML('beforeend', html);
const linkOf = (name: string) => {
  const link = document.querySelector<HTMLAnchorElement>(`#${name} a`);
  if (link === null) throw new Error(`No card ${name}`);
  return link;
};
const told = () => watch.told.map((line) => line.replace('/news/', '').replace('-story-of-the-wall', ''));

let watch: LinkWatch;

async function start(html: string): Promise<void> {
  setPage('https://courier.test/', `<main>${html}</main>`);
  watch = openLinkWatch();
  await watch.settle();
}

beforeEach(() => start(card('a')));
afterEach(() => watch.stop());

describe('told once', () => {
  it('what is there', () => {
    expect(told()).toEqual(['+ a']);
  });

  it('also when other things change, and when it is moved', async () => {
    add('<p>Nothing to see</p>');
    await watch.settle();
    document.querySelector('main')?.prepend(linkOf('a').closest('article') ?? '');
    await watch.settle();
    expect(told()).toEqual(['+ a']);
  });

  it('what Parallax itself puts beside the page is not looked at', async () => {
    const looks = watch.looks();
    const layer = document.createElement('parallax-badges');
    layer.attachShadow({ mode: 'open' });
    document.documentElement.append(layer);
    await watch.settle();
    layer.shadowRoot?.append(document.createElement('button'));
    await watch.settle();
    expect(watch.looks()).toBe(looks);
    layer.remove();
  });

  it('nothing after stop, and no more work', async () => {
    watch.stop();
    add(card('b'));
    await watch.settle();
    expect(told()).toEqual(['+ a']);
  });
});

describe('an extension that is gone is noticed', () => {
  const more = async (name: string) => {
    add(`<p id="${name}">Nothing to see</p>`);
    await watch.settle();
  };

  it('at the next change of the page, which is the last one examined', async () => {
    watch.die();
    await more('x');
    expect(told()).toEqual(['+ a', 'dead']);
    const looks = watch.looks();
    await more('y');
    add(card('b'));
    await watch.settle();
    expect([watch.looks(), ...told()]).toEqual([looks, '+ a', 'dead']);
  });

  it('when links come near, which are no longer examined', async () => {
    watch.window.place(() => 'far');
    add(card('b'));
    await watch.settle();
    watch.die();
    watch.window.place(() => 'near');
    await watch.settle();
    expect(told()).toEqual(['+ a', 'dead']);
  });
});

describe('what comes', () => {
  it('at the end of an endless list', async () => {
    for (const name of ['b', 'c']) {
      add(card(name));
      await watch.settle();
    }
    expect(told()).toEqual(['+ a', '+ b', '+ c']);
  });

  it('a picture and a "read more" that join a card bring no second badge', async () => {
    add(
      '<a href="/news/a-story-of-the-wall"><img alt=""></a><a href="/news/a-story-of-the-wall">All about the wall and its costs</a>',
      '#a',
    );
    await watch.settle();
    expect(told()).toEqual(['+ a']);
  });

  it('the headline of a card once more in another list: it stands in two places', async () => {
    add(`<section id="popular">${card('b')}</section>`);
    await watch.settle();
    add(`<ol><li><a href="/news/a-story-of-the-wall">${TEXT}</a></li></ol>`, '#popular');
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b', '+ a']);
  });

  it('a link that gets its words later', async () => {
    add('<article id="b"><h2><a href="/news/b-story-of-the-wall"></a></h2></article>');
    await watch.settle();
    linkOf('b').textContent = TEXT;
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b']);
  });

  it('a card that is shown while another of the same article is hidden, as behind tabs', async () => {
    const show = (shown: string, hidden: string) => {
      document.getElementById(shown)?.removeAttribute('style');
      document.getElementById(hidden)?.setAttribute('style', 'display: none');
      watch.window.place((element) => (element.closest(`#${hidden}`) === null ? 'near' : 'boxless'));
      return watch.settle();
    };
    watch.stop();
    setPage(
      'https://courier.test/',
      `<main><ul id="latest">${card('b')}</ul><ul id="popular">${card('b')}</ul></main>`,
    );
    watch = openLinkWatch();
    await show('latest', 'popular');
    expect(told()).toEqual(['+ b']);
    await show('popular', 'latest');
    expect(told()).toEqual(['+ b', '+ b']);
  });

  it('a card that is re-rendered beside the previous one, which is removed a moment later', async () => {
    const before = document.getElementById('a');
    before?.insertAdjacentHTML('afterend', card('a'));
    await watch.settle();
    expect(told()).toEqual(['+ a']);
    before?.remove();
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ a']);
    expect(watch.found.at(-1)?.link).toBe(linkOf('a'));
  });

  it('many parts at once', async () => {
    for (let i = 0; i < 400; i++) add(card(`n${i}`));
    await watch.settle();
    expect(watch.told).toHaveLength(401);
  });

  it('into an open shadow root', async () => {
    add('<x-card></x-card>');
    const host = document.querySelector('x-card');
    const root = host?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = card('b');
    await watch.settle();
    const later = document.createElement('section');
    later.innerHTML = card('c');
    root?.append(later);
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b', '+ c']);
  });
});

describe('what comes near the window', () => {
  const isIn = (names: readonly string[]) => (element: Element) =>
    names.some((name) => document.getElementById(name)?.contains(element)) ? 'near' : 'far';

  it('is told, and what is far is not', async () => {
    watch.window.place(isIn(['a']));
    add(Array.from({ length: 20 }, (_, n) => card(`n${n}`)).join(''));
    await watch.settle();
    expect(told()).toEqual(['+ a']);
    watch.window.place(isIn(['n7']));
    await watch.settle();
    expect(told()).toContain('+ n7');
    expect(told().length).toBeLessThan(12);
  });

  it('counts where the run’s ends are far, and a part that holds links between them is near', async () => {
    watch.stop();
    const cards = (name: string, count: number) =>
      Array.from({ length: count }, (_, n) => card(`${name}${n}`)).join('');
    setPage(
      'https://courier.test/',
      `<main><div id="column">${cards('c', 12)}</div><aside>${cards('s', 2)}</aside><section>${cards('e', 6)}</section></main>`,
    );
    watch = openLinkWatch();
    watch.window.place((element) => (element.id === 'column' ? 'near' : 'far'));
    await watch.settle();
    expect(told()).toEqual(expect.arrayContaining(['+ s0', '+ s1']));
  });

  it('is judged with its neighbours: a card across two runs gets one badge', async () => {
    const pair = (n: number) =>
      `<article><a href="/news/n${n}-story-of-the-wall"><img alt=""></a><a href="/politics">P</a>${card(`n${n}`)}</article>`;
    await start(Array.from({ length: 9 }, (_, n) => pair(n)).join(''));
    expect(told().slice(-9).sort()).toEqual(Array.from({ length: 9 }, (_, n) => `+ n${n}`));
  });

  it('of a link that has no box of its own, by what it holds', async () => {
    watch.window.place((element) => (element.matches('#b a') ? 'boxless' : 'near'));
    add(`<article id="b"><a href="/news/b-story-of-the-wall" style="display:contents"><h3>${TEXT}</h3></a></article>`);
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b']);
  });

  it('of a link whose words alone are drawn, by what they are drawn in', async () => {
    watch.window.place((element) => (element.matches('main > a, #b a') ? 'boxless' : 'near'));
    const check = Element.prototype.checkVisibility;
    vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
      return !this.matches('#b a') && check.call(this);
    });
    add(`<h3 id="b"><a href="/news/b-story-of-the-wall" style="display:contents">${TEXT}</a></h3>`);
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b']);
  });

  it('once, however often it changed while it was far away', async () => {
    watch.window.place(() => 'far');
    add(card('b'));
    await watch.settle();
    for (let minute = 1; minute <= 20; minute++) {
      linkOf('b').textContent = `${TEXT} ${minute} minutes ago`;
      await watch.settle();
    }
    const boxes = vi.spyOn(Element.prototype, 'checkVisibility');
    watch.window.place(() => 'near');
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b']);
    expect(boxes.mock.calls.length).toBeLessThan(5);
  });

  it.each(['style="display:none"', 'hidden', 'style="display:none" aria-hidden="true"'])(
    'when a part that was hidden by %s is shown',
    async (attributes) => {
      const check = Element.prototype.checkVisibility;
      vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
        return this.closest('[hidden]') === null && check.call(this); // which the test's document does not implement
      });
      watch.window.place((element) => (document.getElementById('menu')?.contains(element) ? 'boxless' : 'near'));
      add(`<div>${card('b')}<div id="menu" ${attributes}>${card('c')}${card('d')}</div></div>`);
      await watch.settle();
      expect(told()).toEqual(['+ a', '+ b']);
      for (const name of ['style', 'hidden', 'aria-hidden']) document.getElementById('menu')?.removeAttribute(name);
      watch.window.place(() => 'near');
      await watch.settle();
      expect(told()).toEqual(['+ a', '+ b', '+ c', '+ d']);
    },
  );
});

describe('what is kept from screen readers', () => {
  const keep = (isKept: boolean) => document.querySelector('main')?.setAttribute('aria-hidden', String(isKept));

  it('is told once it is so no more, as when consent has been given', async () => {
    setPage('https://courier.test/', `<main aria-hidden="true">${card('a')}${card('b')}</main>`);
    watch.stop();
    watch = openLinkWatch();
    await watch.settle();
    expect(told()).toEqual([]);
    keep(false);
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b']);
  });

  it('is removed when it becomes so', async () => {
    keep(true);
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a']);
  });
});

describe('what goes', () => {
  it('with its card', async () => {
    add(card('b'));
    await watch.settle();
    document.getElementById('a')?.remove();
    await watch.settle();
    document.body.textContent = '';
    await watch.settle();
    expect(told()).toEqual(['+ a', '+ b', '- a', '- b']);
  });

  it('and comes again', async () => {
    const article = document.getElementById('a');
    article?.remove();
    await watch.settle();
    if (article !== null) document.querySelector('main')?.append(article);
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ a']);
  });

  it('into a menu', async () => {
    add('<nav></nav>');
    document.querySelector('nav')?.append(linkOf('a'));
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a']);
  });
});

describe('what becomes another', () => {
  it('a node of a virtual list with another address and text', async () => {
    const link = linkOf('a');
    link.href = '/news/c-story-of-the-wall';
    link.textContent = 'Council splits over cost of the wall';
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ c']);
    expect(watch.found.at(-1)).toMatchObject({ link, text: 'Council splits over cost of the wall' });
  });

  it('a link whose words are edited where they stand', async () => {
    const words = linkOf('a').firstChild as Text;
    words.data = 'Council splits over cost of the wall';
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ a']);
    expect(watch.found.at(-1)?.text).toBe('Council splits over cost of the wall');
  });

  it('re-used links that change their addresses among themselves', async () => {
    add(card('b') + card('c'));
    await watch.settle();
    const links = ['a', 'b', 'c'].map(linkOf);
    const addresses = links.map((link) => link.href);
    for (const [at, link] of links.entries()) link.href = addresses[(at + 1) % 3] ?? '';
    await watch.settle();
    expect(told().slice(3).sort()).toEqual(['+ a', '+ b', '+ c', '- a', '- b', '- c']);
  });

  it('a link that no longer leads to an article', async () => {
    linkOf('a').setAttribute('href', '/about/contact');
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a']);
  });

  it('a link that leads nowhere any more, and one that leads somewhere again', async () => {
    const link = linkOf('a');
    link.removeAttribute('href');
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a']);
    link.setAttribute('href', '/news/c-story-of-the-wall');
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ c']);
  });

  it('a headline re-rendered inside its link', async () => {
    await start(`<article id="a"><a href="/news/a-story-of-the-wall"><h3>${TEXT}</h3></a></article>`);
    linkOf('a').innerHTML = `<h3>${TEXT}</h3>`;
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a', '+ a']);
    expect(watch.found.at(-1)?.anchor).toBe(document.querySelector('h3'));
  });

  it('the page itself, navigated in place: links to it are no story links any more', async () => {
    history.pushState(null, '', '/news/a-story-of-the-wall');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await watch.settle();
    expect(told()).toEqual(['+ a', '- a']);
  });
});

describe('the open article’s own headline', () => {
  const OWN = '/news/2026/05/19/northport-votes-to-rebuild-its-wall';
  const open = async (address: string, html: string) => {
    setPage(`https://courier.test${address}`, html);
    watch = openLinkWatch();
    await watch.settle();
  };

  it('is reported as a link that leads nowhere else', async () => {
    await open(`${OWN}?utm_source=x`, `<article><h1>${TEXT}</h1></article>`);
    expect(watch.found).toMatchObject([{ link: null, text: TEXT, address: `https://courier.test${OWN}?utm_source=x` }]);
    expect(watch.found[0]?.anchor).toBe(document.querySelector('h1'));
  });

  it('is the copy that is drawn, of one for narrow windows and one for wide ones', async () => {
    const check = vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
      return this.closest('.narrow') === null;
    });
    await open(OWN, `<article><h1 class="narrow">${TEXT}</h1><h1 id="wide">${TEXT}</h1></article>`);
    expect(watch.found[0]?.anchor).toBe(document.querySelector('#wide'));
    check.mockRestore();
  });

  it('is found in a nested shadow root, and replaced when that is re-rendered', async () => {
    await open(OWN, '<main><entry-point></entry-point></main>');
    const draw = (host: Element | null | undefined, html: string) => {
      const root = host?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = html;
      return root;
    };
    const entry = draw(document.querySelector('entry-point'), '<article-head></article-head>');
    const head = draw(entry?.querySelector('article-head'), `<h1>${TEXT}</h1>`);
    document.body.append(document.createElement('p'));
    await watch.settle();
    expect(watch.found.map(({ text }) => text)).toEqual([TEXT]);
    if (head) head.innerHTML = '<h1>Council splits over cost of the wall</h1>';
    await watch.settle();
    expect(watch.told.map((line) => line.slice(0, 1))).toEqual(['+', '-', '+']);
    expect(watch.found.at(-1)?.text).toBe('Council splits over cost of the wall');
  });

  it('is another when the page has become another article', async () => {
    await open(OWN, `<article><h1>${TEXT}</h1></article>`);
    history.pushState(null, '', '/news/2026/05/20/council-splits-over-cost-of-the-wall');
    document.body.innerHTML = '<article><h1>Council splits over cost of the wall</h1></article>';
    await watch.settle();
    expect(watch.told.map((line) => line.slice(0, 27))).toEqual([
      '+ /news/2026/05/19/northpor',
      '- /news/2026/05/19/northpor',
      '+ /news/2026/05/20/council-',
    ]);
  });

  it('is another when it is edited where it stands', async () => {
    await open(OWN, `<article><h1>${TEXT}</h1></article>`);
    const words = document.querySelector('h1')?.firstChild as Text;
    words.data = 'Council splits over cost of the wall';
    await watch.settle();
    expect(watch.found.map(({ text }) => text)).toEqual([TEXT, 'Council splits over cost of the wall']);
  });

  describe('if the next article is added below the one that was read', () => {
    const NEXT = 'Council splits over cost of the wall';
    const headings = (...texts: string[]) => texts.map((text) => `<article><h1>${text}</h1></article>`).join('');
    const page = (title: string, ...texts: string[]) => `<title>${title}</title>${headings(...texts)}`;
    const last = () => watch.found.at(-1)?.text;

    it('is the one that the page’s title names', async () => {
      await open(OWN, page(`${NEXT} – The Harbour Courier`, TEXT, NEXT));
      expect(watch.found.map(({ text }) => text)).toEqual([NEXT]);
    });

    it('is the next one when address and title change to it, in whichever order', async () => {
      await open(OWN, page(TEXT, TEXT));
      document.body.insertAdjacentHTML('beforeend', headings(NEXT));
      history.pushState(null, '', '/news/2026/05/20/council-splits-over-cost-of-the-wall');
      await watch.settle();
      document.title = NEXT.toUpperCase();
      await watch.settle();
      expect(last()).toBe(NEXT);
      document.title = TEXT;
      await watch.settle();
      expect(last()).toBe(TEXT);
    });

    it.each([
      ['neither', 'The Harbour Courier', [TEXT, NEXT]],
      [
        'only a site’s name that is a heading too',
        'Northport is to build its wall anew – The Harbour Courier',
        [TEXT, 'The Harbour Courier'],
      ],
    ])('is the first one when the title names %s', async (_, title, texts) => {
      await open(OWN, page(title, ...texts));
      expect(last()).toBe(TEXT);
    });
  });

  it.each([
    ['a front page', '/', `<h1>${TEXT}</h1>`],
    ['a section', '/politics', '<h1>Politics</h1>'],
    ['a heading that is a link', OWN, `<h1><a href="/about/contact">${TEXT}</a></h1>`],
    ['a heading in a menu', OWN, `<nav><h1>${TEXT}</h1></nav>`],
  ])('%s has none', async (_, address, html) => {
    await open(address, html);
    expect(watch.found).toEqual([]);
  });
});

it('a jump to an anchor in the page schedules no scan', async () => {
  const before = watch.looks();
  location.hash = '#comments';
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await watch.settle();
  expect(watch.looks()).toBe(before);
  expect(told()).toEqual(['+ a']);
});

it('changes without links schedule a single scan, however many they are', async () => {
  const before = watch.looks();
  for (let i = 0; i < 50; i++) add('<span>tick</span>');
  await watch.settle();
  expect(watch.looks() - before).toBeLessThanOrEqual(1);
});
