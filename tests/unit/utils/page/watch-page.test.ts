// When the reader reads and reports: once per page, again when the page has changed, never once the extension is gone.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SAY_ARTICLE_ARGS, sayArticle } from '../../../../utils/page/said-article.ts';
import { watchPage } from '../../../../utils/page/watch-page.ts';
import { preparePageRewrite } from '../../../support/page-rewrite.ts';

const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms.';
const ORIGIN = 'https://courier.test';
const WALL = '/news/2026/05/19/northport-votes-to-rebuild-wall';
const FERRY = '/news/2026/05/20/ferry-to-southport-sails-again';

type Message = { name: string; input: { pageUrl: string; type?: string; article?: { title: string; lead: string } } };

const sent: Message[] = [];
const runtime: { id: string | undefined; sendMessage(message: Message): Promise<void> } = {
  id: 'extension',
  sendMessage: async (message) => {
    sent.push(message);
  },
};

function fill(headline: string): void {
  document.title = headline;
  document.body.innerHTML = `<article><h1>${headline}</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article>`;
}

function goTo(path: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(ORIGIN + path);
}

const told = () => sent.map(({ name, input }) => `${name} ${input.article?.title ?? input.type ?? ''}`.trim());
const settle = () => vi.advanceTimersByTimeAsync(1_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  runtime.id = 'extension';
  Reflect.set(globalThis, 'chrome', { runtime });
  goTo(WALL);
  fill('Northport votes to rebuild its wall');
});

afterEach(async () => {
  runtime.id = undefined;
  window.dispatchEvent(new Event('popstate'));
  await settle();
  Reflect.deleteProperty(globalThis, '__parallaxReadAgain');
  Reflect.deleteProperty(globalThis, 'chrome');
  vi.useRealTimers();
  sent.length = 0;
});

describe('watchPage', () => {
  it('says that it reads, then reports the article, once', async () => {
    watchPage();
    await settle();
    expect(told()).toEqual(['page/reading', 'page/report Northport votes to rebuild its wall']);
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('reports again when it is injected a second time', async () => {
    watchPage();
    await settle();
    watchPage();
    await settle();
    expect(told().filter((line) => line.startsWith('page/report'))).toHaveLength(2);
  });

  it('reads the next article after navigation inside the page', async () => {
    watchPage();
    await settle();
    goTo('/news/2026/05/20/ferry-to-southport-sails-again');
    fill('Ferry to Southport sails again');
    window.dispatchEvent(new Event('popstate'));
    await settle();
    expect(told().at(-1)).toBe('page/report Ferry to Southport sails again');
    expect(sent.at(-1)?.input.pageUrl).toBe(`${ORIGIN}/news/2026/05/20/ferry-to-southport-sails-again`);
  });

  describe('on a site that leaves the declarations of the first article', () => {
    function declare(path: string, headline: string): void {
      const article = { '@type': 'NewsArticle', headline, datePublished: '2026-05-19T08:00:00Z', url: ORIGIN + path };
      document.head.innerHTML = `
        <title>${headline}</title>
        <link rel="canonical" href="${ORIGIN}${path}">
        <meta property="og:title" content="${headline}"><meta property="og:site_name" content="Courier">
        <script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...article })}</script>`;
    }

    async function navigate(path: string): Promise<Message['input']['article']> {
      goTo(path);
      window.dispatchEvent(new Event('popstate'));
      await settle();
      return sent.at(-1)?.input.article;
    }

    function show(headline: string): void {
      document.body.innerHTML = `<article><h1>${headline}</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article>`;
    }

    beforeEach(async () => {
      declare(WALL, 'Northport votes to rebuild its wall');
      watchPage();
      await settle();
    });

    afterEach(() => {
      document.head.innerHTML = '';
    });

    it('reads the next article by what it shows', async () => {
      show('Ferry to Southport sails again');
      expect(await navigate(FERRY)).toMatchObject({
        url: ORIGIN + FERRY,
        title: 'Ferry to Southport sails again',
        siteName: 'Courier',
        publishedAt: Date.UTC(2026, 4, 20),
      });
    });

    it('believes those that have changed, and all of them back at the first article', async () => {
      show('Ferry to Southport sails again');
      declare(FERRY, 'Southport ferry sails again after two winters');
      expect(await navigate(FERRY)).toMatchObject({ title: 'Southport ferry sails again after two winters' });
      show('Northport votes to rebuild its wall');
      declare(WALL, 'Northport votes to rebuild its wall');
      expect(await navigate(WALL)).toMatchObject({ publishedAt: Date.UTC(2026, 4, 19, 8) });
    });

    it('believes those of the first article when its reader comes back to it', async () => {
      show('Ferry to Southport sails again');
      await navigate(FERRY);
      show('Northport votes to rebuild its wall');
      expect(await navigate(WALL)).toMatchObject({ url: ORIGIN + WALL, publishedAt: Date.UTC(2026, 4, 19, 8) });
    });

    describe('and changes neither address nor title', () => {
      const put = (headline: string, words: string) => {
        const paragraphs = [1, 2, 3, 4, 5, 6].map((part) => `<p>${words} (${part}). ${SENTENCE}</p>`);
        document.body.innerHTML = `<article><h1>${headline}</h1>${paragraphs.join('')}</article>`;
      };
      const click = () => document.dispatchEvent(new Event('click'));

      beforeEach(async () => {
        put('Northport votes to rebuild its wall', 'The wall');
        await navigate(WALL);
        click();
      });

      it('reads the article that a click brings by what it shows, and the first when that comes back', async () => {
        put('Ferry to Southport sails again', 'The ferry');
        await settle();
        expect(sent.at(-1)?.input.article).toMatchObject({ title: 'Ferry to Southport sails again' });
        click();
        put('Northport votes to rebuild its wall', 'The wall');
        await settle();
        expect(sent.at(-1)?.input.article).toMatchObject({
          title: 'Northport votes to rebuild its wall',
          publishedAt: Date.UTC(2026, 4, 19, 8),
        });
      });

      it.each(['pointerdown', 'click', 'keydown'])(
        'reads the article that its own script puts in at a %s, at once',
        async (name) => {
          await vi.advanceTimersByTimeAsync(30_000); // longer than the watch that the click started
          const article = document.querySelector('article');
          article?.addEventListener(name, () => put('Ferry to Southport sails again', 'The ferry'));
          article?.dispatchEvent(new Event(name, { bubbles: true }));
          await settle();
          expect(sent.at(-1)?.input.article).toMatchObject({ title: 'Ferry to Southport sails again' });
        },
      );

      it('reads its text when that comes after its headline', async () => {
        document.body.innerHTML = '<article><h1>Ferry to Southport sails again</h1></article>';
        await settle();
        put('Ferry to Southport sails again', 'The ferry');
        await settle();
        expect(sent.at(-1)?.input.article?.lead).toContain('The ferry');
      });

      it('believes them for an article of which only the headline is edited', async () => {
        put('Northport will rebuild its wall', 'The wall');
        await settle();
        expect(sent.at(-1)?.input.article).toMatchObject({ publishedAt: Date.UTC(2026, 4, 19, 8) });
      });

      it('reads nothing anew under the same headline', async () => {
        const before = sent.length;
        document.querySelector('article')?.insertAdjacentHTML('beforeend', `<p>Another word of it. ${SENTENCE}</p>`);
        await settle();
        expect(sent).toHaveLength(before);
      });
    });

    it('reads the article that is titled, of those that stand one below the other, on the way back and forth, too', async () => {
      const scrollTo = (path: string, headline: string) => {
        document.title = headline;
        return navigate(path);
      };
      const first = ['Northport votes to rebuild its wall', WALL] as const;
      const next = ['Ferry to Southport sails again', FERRY] as const;
      document.body.innerHTML += document.body.innerHTML.replace(first[0], next[0]);
      for (const [headline, path] of [next, first, next]) {
        expect(await scrollTo(path, headline)).toMatchObject({ url: ORIGIN + path, title: headline });
      }
    });

    it('reads the article that is put below, also where the title is left, too', async () => {
      document.body.innerHTML += document.body.innerHTML.replace(document.title, 'Ferry to Southport sails again');
      expect(await navigate(FERRY)).toMatchObject({ url: ORIGIN + FERRY, title: 'Ferry to Southport sails again' });
    });

    it('believes them for a picture of the article that has a title of its own', async () => {
      document.title = 'Picture 2';
      expect(await navigate(`${WALL}/2`)).toMatchObject({ url: ORIGIN + WALL });
    });

    it('believes them for a further part of the article', async () => {
      expect(await navigate(`${WALL}/2`)).toMatchObject({ url: ORIGIN + WALL });
    });
  });

  it('takes no notice of a place on the same page', async () => {
    watchPage();
    await settle();
    goTo('/news/2026/05/19/northport-votes-to-rebuild-wall#comments');
    window.dispatchEvent(new Event('hashchange'));
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('reads a page that writes where the reader is into its address as one page, and comes to an end', async () => {
    document.body.innerHTML = '<div id="app"></div>';
    watchPage();
    await settle();
    for (let i = 0; i < 40; i++) {
      goTo(`/news/2026/05/19/northport-votes-to-rebuild-wall#s${i}`);
      document.body.append(document.createElement('div'));
      await settle();
    }
    expect(told()).toEqual(['page/reading', 'page/report not-article']);
    document.body.innerHTML = `<article><h1>Wall</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article>`;
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('reads each article of a site that names them behind #/, and content of it that arrives late', async () => {
    watchPage();
    await settle();
    for (let i = 1; i <= 15; i++) {
      goTo(`/app.html#/story/${i}`);
      document.title = `Story ${i} of the harbour wall`;
      document.body.innerHTML = '<div id="app"></div>';
      window.dispatchEvent(new Event('hashchange'));
      await settle();
      fill(`Story ${i} of the harbour wall`);
      await settle();
      expect(told().at(-1)).toBe(`page/report Story ${i} of the harbour wall`);
    }
  });

  it('reads no slide of an article anew that is named behind #/', async () => {
    watchPage();
    await settle();
    for (let i = 1; i <= 5; i++) {
      goTo(`/news/2026/05/19/northport-votes-to-rebuild-wall#/${i}`);
      window.dispatchEvent(new Event('hashchange'));
      await settle();
    }
    expect(sent).toHaveLength(2);
  });

  it('reports the article again to which its reader returns before the other page was read', async () => {
    watchPage();
    await settle();
    for (const path of [FERRY, WALL]) {
      goTo(path);
      window.dispatchEvent(new Event('popstate'));
      await vi.advanceTimersByTimeAsync(200);
    }
    await settle();
    expect(told().slice(2)).toEqual(['page/reading', 'page/report Northport votes to rebuild its wall']);
    expect(sent.at(-1)?.input.pageUrl).toBe(ORIGIN + WALL);
  });

  it('reads a page that keeps writing where the reader is into its address', async () => {
    watchPage();
    await settle();
    for (let i = 0; i < 20; i++) {
      goTo(`${WALL}?t=${i}`);
      window.dispatchEvent(new Event('popstate'));
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(told().slice(2)).toContain('page/report Northport votes to rebuild its wall');
  });

  it('reads content that arrives late', async () => {
    document.body.innerHTML = '<div id="app"></div>';
    document.title = '';
    watchPage();
    await settle();
    expect(told().at(-1)).toBe('page/report not-article');
    fill('Northport votes to rebuild its wall');
    await settle();
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
  });

  it.each([
    { component: 'has its shadow root already', opensMs: 0 },
    { component: 'gets its shadow root when its script has come', opensMs: 1_100 },
  ])('reads content that arrives late in a component that $component', async ({ opensMs }) => {
    document.body.innerHTML = '<article-body></article-body>';
    const component = document.querySelector('article-body');
    const open = () => component?.attachShadow({ mode: 'open' });
    if (opensMs === 0) open();
    watchPage();
    await vi.advanceTimersByTimeAsync(opensMs);
    if (opensMs > 0) open();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told().at(-1)).toBe('page/report not-article');
    const text = document.createElement('article');
    text.innerHTML = `<p>${SENTENCE}</p>`.repeat(12);
    component?.shadowRoot?.append(text);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
  });

  it('reads a component that gets its shadow root just after its reader has touched a key', async () => {
    document.body.innerHTML = '<article-body></article-body>';
    watchPage();
    await settle();
    document.dispatchEvent(new Event('keydown'));
    const root = document.querySelector('article-body')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<article>${`<p>${SENTENCE}</p>`.repeat(12)}</article>`;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
  });

  it('lets go of components that are no longer in the page', async () => {
    document.body.innerHTML = '<article-body></article-body>';
    const root = document.querySelector('article-body')?.attachShadow({ mode: 'open' });
    const observed: Node[] = [];
    const isObserved = (wanted: Node | undefined) => observed.some((node) => node === wanted);
    const observe = MutationObserver.prototype.observe;
    vi.spyOn(MutationObserver.prototype, 'observe').mockImplementation(function (this: MutationObserver, node, what) {
      observed.push(node);
      observe.call(this, node, what);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    watchPage();
    await settle();
    expect(isObserved(root)).toBe(true);
    const paragraphs = [1, 2, 3, 4, 5, 6].map((part) => `<p>Part ${part}. ${SENTENCE}</p>`);
    document.body.innerHTML = `<article><h1>Ferry to Southport sails again</h1>${paragraphs.join('')}</article>`;
    goTo(FERRY);
    window.dispatchEvent(new Event('popstate'));
    await settle();
    observed.length = 0;
    document.dispatchEvent(new Event('click'));
    expect([isObserved(document.documentElement), isObserved(root)]).toEqual([true, false]);
  });

  it('reads content that a click brings after a script has written another document', async () => {
    const rewritePage = preparePageRewrite();
    watchPage();
    await settle();
    rewritePage();
    document.body.innerHTML = '<div id="app"></div>';
    await vi.advanceTimersByTimeAsync(30_000); // past the wait for late content
    expect(told().at(-1)).toBe('page/report not-article');
    document.dispatchEvent(new Event('click'));
    document.body.innerHTML = `<article><h1>Wall</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article>`;
    await settle();
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
  });

  it('reads the text of the next article when it arrives after its address and title', async () => {
    const put = (words: string) => {
      const paragraphs = [1, 2, 3, 4, 5, 6].map((part) => `<p>${words} (${part}). ${SENTENCE}</p>`);
      document.body.innerHTML = `<article><h1>${document.title}</h1>${paragraphs.join('')}</article>`;
    };
    put('The wall is built');
    watchPage();
    await settle();
    goTo('/news/2026/05/20/ferry-to-southport-sails-again');
    document.title = 'Ferry to Southport sails again';
    window.dispatchEvent(new Event('popstate'));
    await settle();
    put('The ferry sails');
    await settle();
    expect(sent.at(-1)?.input.article?.lead).toMatch(/^The ferry sails/);
  });

  it.each(['visibilitychange', 'click'])(
    'reads content that arrives after the time for it, once its reader is there: %s',
    async (name) => {
      document.body.innerHTML = '<div id="app"></div>';
      watchPage();
      await vi.advanceTimersByTimeAsync(25_000);
      fill('Northport votes to rebuild its wall');
      await settle();
      expect(told().at(-1)).toBe('page/report not-article');
      document.dispatchEvent(new Event(name));
      fill('Northport votes to rebuild its wall');
      await settle();
      expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
    },
  );

  it.each([
    { tickMs: 300, articleMs: 900, readByMs: 2_400, setBackMs: 0 },
    { tickMs: 1_000, articleMs: 6_000, readByMs: 9_000, setBackMs: 0 },
    { tickMs: 300, articleMs: 900, readByMs: 2_400, setBackMs: 86_400_000 },
  ])('reads late content where something ticks: $tickMs, $setBackMs', async (parts) => {
    const { tickMs, articleMs, readByMs, setBackMs } = parts;
    document.body.innerHTML = '<div id="app"></div>';
    document.title = '';
    watchPage();
    for (let ms = tickMs; ms <= readByMs; ms += tickMs) {
      await vi.advanceTimersByTimeAsync(tickMs);
      if (ms !== articleMs) document.body.append(document.createElement('span'));
      else {
        fill('Northport votes to rebuild its wall');
        vi.setSystemTime(Date.now() - setBackMs);
      }
    }
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its wall');
  });

  it('reads an article that is come to from a page where something ticks when it has come to rest', async () => {
    document.body.innerHTML = '<div id="app"></div>';
    document.title = '';
    watchPage();
    for (let ms = 0; ms < 1_400; ms += 200) {
      await vi.advanceTimersByTimeAsync(200);
      document.body.append(document.createElement('span'));
    }
    goTo('/news/2026/05/20/ferry-to-southport-sails-again');
    window.dispatchEvent(new Event('popstate'));
    await vi.advanceTimersByTimeAsync(350);
    fill('Ferry to Southport sails again');
    await settle();
    expect(told().slice(2)).toEqual(['page/reading', 'page/report Ferry to Southport sails again']);
  });

  it('reports anew when the page comes back from the back/forward cache', async () => {
    watchPage();
    await settle();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settle();
    expect(told().slice(2)).toEqual(['page/reading', 'page/report Northport votes to rebuild its wall']);
  });

  it('reads another body that a script puts in, at the same address and under the same title', async () => {
    watchPage();
    await vi.advanceTimersByTimeAsync(30_000); // past the wait for late content
    const body = document.createElement('body');
    body.innerHTML = document.body.innerHTML.replaceAll('wall', 'harbor');
    document.body.replaceWith(body);
    await settle();
    expect(told().at(-1)).toBe('page/report Northport votes to rebuild its harbor');
  });

  it('reads one article after the other in a reader that has one address and one title for all', async () => {
    document.title = 'Reading room';
    for (let i = 1; i <= 15; i++) {
      document.dispatchEvent(new Event('click'));
      const headline = `Story ${i} of the harbour wall, which is to be built anew`;
      const paragraphs = [1, 2, 3, 4, 5, 6].map((part) => `<p>Story ${i}, part ${part}. ${SENTENCE}</p>`);
      document.body.innerHTML = `<article><h1>${headline}</h1>${paragraphs.join('')}</article>`;
      if (i === 1) watchPage();
      await settle();
      expect(told().at(-1)).toBe(`page/report ${headline}`);
    }
  });

  it('reads another root element, and goes on listening to its head', async () => {
    watchPage();
    await settle();
    const root = document.documentElement.cloneNode(true);
    document.documentElement.remove();
    document.append(root);
    await settle();
    expect(told().slice(2)).toEqual(['page/reading', 'page/report Northport votes to rebuild its wall']);
    fill('Ferry to Southport sails again');
    await settle();
    expect(told().at(-1)).toBe('page/report Ferry to Southport sails again');
  });

  it('names a front page without reading it', async () => {
    goTo('/');
    watchPage();
    await settle();
    expect(told()).toEqual(['page/report not-article']);
  });

  it('reads a page as the article that the user says it is, and no other page', async () => {
    goTo('/help/how-to-subscribe');
    document.title = 'How to subscribe';
    document.body.innerHTML = '<h1>How to subscribe</h1><p>Write to us.</p>';
    watchPage();
    await settle();
    expect(told().at(-1)).toBe('page/report not-article');
    sayArticle(...SAY_ARTICLE_ARGS);
    watchPage();
    await settle();
    expect(told().at(-1)).toBe('page/report How to subscribe');
    goTo('/help/how-to-cancel');
    document.body.innerHTML = '<h1>How to cancel</h1><p>Write to us.</p>';
    window.dispatchEvent(new Event('popstate'));
    await settle();
    expect(told().at(-1)).toBe('page/report not-article');
  });

  it.each([
    ['without a word', '<img src="plan.png">'],
    ['that is typed into', '<main contenteditable="true"><h1>A letter</h1><p>Dear Ada,</p></main>'],
  ])('reads no page %s, whatever the user says', async (_, content) => {
    goTo('/help/contact');
    document.title = '';
    document.body.innerHTML = content;
    sayArticle(...SAY_ARTICLE_ARGS);
    watchPage();
    await settle();
    expect(told().at(-1)).toBe('page/report not-article');
  });

  it('goes silent when the extension is gone', async () => {
    watchPage();
    await settle();
    runtime.id = undefined;
    goTo('/news/2026/05/20/ferry-to-southport-sails-again');
    fill('Ferry to Southport sails again');
    window.dispatchEvent(new Event('popstate'));
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('does nothing where there is no extension', () => {
    Reflect.deleteProperty(globalThis, 'chrome');
    expect(() => watchPage()).not.toThrow();
  });
});
