// Whole readings of invented pages: the details of articles, and pages that are not articles.
// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../../utils/page/page-report.ts';
import { readPage } from '../../../../utils/page/read-page.ts';
import { openShadowRoots } from '../../../support/link-page.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const READING = { now: NOW, isSaidArticle: false };

type ArticleReport = Extract<PageReport, { type: 'article' }>;

function read(url: string, html: string) {
  return readPage(new DOMParser().parseFromString(html, 'text/html'), { url: new URL(url), ...READING });
}

const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms and long debate.';
const BODY = Array.from(
  { length: 8 },
  (_, i) => `<p>${SENTENCE} Paragraph ${i + 1} says a little more about it.</p>`,
).join('');

const ARTICLE = `<!doctype html><html lang="en-GB"><head>
  <title>Northport votes to rebuild its harbour wall | The Northport Courier</title>
  <link rel="canonical" href="https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall">
  <meta property="og:type" content="article"><meta property="og:site_name" content="The Northport Courier">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Courier"},
    {"@type":"NewsArticle","headline":"Northport votes to rebuild its harbour wall","datePublished":"2026-05-19T18:30:00+01:00",
     "dateModified":"2026-05-19T19:00:00+01:00","author":{"@id":"#p"},"articleSection":"Local"},
    {"@type":"Person","@id":"#p","name":"Ada Fictional"}]}</script>
  </head><body><nav><a href="/">Home</a></nav><main><article><h1>Northport votes to rebuild its harbour wall</h1>
  <p class="byline">By Ada Fictional</p><figure><figcaption>${SENTENCE} Caption.</figcaption></figure>${BODY}</article></main>
  <footer><p>${SENTENCE} Footer.</p></footer></body></html>`;

describe('readPage', () => {
  describe('a page that is built of components', () => {
    const shadow = (name: string, inner: string, slotted = '') =>
      `<${name}><template shadowrootmode="open"><style>p { color: red }</style>${inner}</template>${slotted}</${name}>`;
    const readComponents = (url: string, body: string) => {
      const html = `<html lang="en"><head><title>Northport votes to rebuild its wall - Portal</title></head>${body}</html>`;
      const page = new DOMParser().parseFromString(html, 'text/html');
      openShadowRoots(page);
      return readPage(page, { url: new URL(url), ...READING });
    };
    const address = 'https://www.portal.test/en-us/news/northport-votes-to-rebuild-its-wall/ar-AA1vpHO2';
    const head = shadow(
      'article-head',
      '<h1>Northport votes to rebuild its wall</h1><div class="byline">By Ada Fictional</div>' +
        '<time datetime="2026-05-19T18:30:00Z">a day ago</time>',
    );

    it('is read where its headline, byline and text stand in shadow roots, each in its own', () => {
      const text = shadow('article-body', `<div><slot></slot></div>`, BODY);
      const page = shadow('entry-point', `<main>${head}${text}</main>`, `<p>${SENTENCE} It is in no slot.</p>`);
      expect(readComponents(address, page)).toMatchObject({
        type: 'article',
        article: {
          title: 'Northport votes to rebuild its wall',
          lead: expect.stringMatching(/^The council of Northport.*Paragraph 1 says a little more about it\.\n/),
          author: 'Ada Fictional',
          publishedAt: Date.parse('2026-05-19T18:30:00Z'),
        },
      });
    });

    it('is none for the words of our own layer', () => {
      const own = shadow('parallax-badges', `<article>${head}${BODY}</article>`);
      expect(readComponents(address, own)).toMatchObject({ type: 'not-article' });
    });

    it('is none where they hold a list of reports', () => {
      const card = (i: number) =>
        shadow('content-card', `<h3><a href="/en-us/news/ferry-${i}/ar-${i}">Ferry number ${i} sails again</a></h3>`);
      const cards = Array.from({ length: 30 }, (_, i) => card(i)).join('');
      expect(readComponents('https://www.portal.test/en-us/news', shadow('entry-point', cards))).toMatchObject({
        type: 'not-article',
      });
    });
  });

  describe('an article in a dialog over the front page that led to it', () => {
    const teaser = (i: number) =>
      `<div><h3><a href="/news/${i}">Ferry number ${i} sails again after winter</a></h3><p>${SENTENCE} Ferry ${i}.</p></div>`;
    const front = `<h1>The Courier</h1>${Array.from({ length: 30 }, (_, i) => teaser(i)).join('')}`;
    const article = `<article><h1>Northport votes to rebuild its harbour wall</h1>${BODY}</article>`;
    const readOver = (dialog: string) =>
      read('https://courier.test/news/northport-votes-to-rebuild-wall', `<main>${front}</main>${dialog}`);

    it.each([`<div><div role="dialog" aria-modal="true">${article}</div></div>`, `<dialog open>${article}</dialog>`])(
      'is read, and nothing else: %s',
      (dialog) => {
        const title = 'Northport votes to rebuild its harbour wall';
        const lead = expect.stringContaining('Paragraph 2 says a little more');
        expect(readOver(dialog)).toMatchObject({ type: 'article', article: { title, lead } });
      },
    );

    it('has its own headline, where the page behind it is titled as it is headed', () => {
      const page = `<head><title>All the latest</title></head><h1>All the latest</h1>${front}<dialog open>${article}</dialog>`;
      expect(read('https://courier.test/latest-news', page)).toMatchObject({
        type: 'article',
        article: { title: 'Northport votes to rebuild its harbour wall' },
      });
    });

    it('is the page, where the dialog over it is an offer', () => {
      const offer = '<div aria-modal="true"><article><h1>Read on for a month</h1><p>One a week.</p></article></div>';
      expect(read('https://www.courier.test/news/2026/05/19/harbour', ARTICLE + offer)).toMatchObject({
        type: 'article',
        article: { lead: expect.stringContaining('Paragraph 2 says a little more') },
      });
    });

    it('is not read while the dialog is closed', () => {
      expect(readOver(`<dialog>${article}</dialog>`)).toMatchObject({ type: 'not-article' });
    });
  });

  it('reads an article that declares itself', () => {
    const url = 'https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall?utm_source=x';
    const report = read(url, ARTICLE);
    expect(report).toMatchObject({
      type: 'article',
      pageUrl: url,
      article: {
        url: 'https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall',
        title: 'Northport votes to rebuild its harbour wall',
        author: 'Ada Fictional',
        section: 'Local',
        siteName: 'The Northport Courier',
        lang: 'en',
        kind: 'report',
        publishedAt: Date.parse('2026-05-19T17:30:00Z'),
        modifiedAt: Date.parse('2026-05-19T18:00:00Z'),
        isPaywalled: false,
        sourceUrl: null,
      },
    });
  });

  it.each([
    ['a canonical address at another site', 'canonical', 'https://www.wire.test/a/harbour-wall?utm_source=x'],
    ['what it is based on', 'based', 'https://www.wire.test/a/harbour-wall'],
    ['the home page of another site', 'canonical', 'https://www.wire.test/'],
    ['what is no address', 'based', 'Reuters'],
    ['what is no address of the web', 'based', 'urn:wire:harbour-wall-7'],
    ['an address too long to be told', 'based', `https://www.wire.test/${'é'.repeat(400)}`],
  ])('names as its source %s', (_, way, address) => {
    const url = 'https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall';
    const html =
      way === 'canonical'
        ? ARTICLE.replace(/(?<=canonical" href=")[^"]+/, address)
        : ARTICLE.replace(
            '"articleSection"',
            `"isBasedOn":{"@type":"NewsArticle","url":"${address}"},"articleSection"`,
          );
    const report = read(url, html);
    const source = address.includes('/a/harbour-wall') ? address : null;
    expect(report).toMatchObject({ article: { url, sourceUrl: source } });
  });

  describe('where a day is shown without its year', () => {
    const show = (byline: string, url = 'https://www.courier.test/news/northport-votes-to-rebuild-wall', head = '') => {
      const html = ARTICLE.replace(/<script.*<\/script>/s, '')
        .replace('By Ada Fictional</p>', `${byline}</p>`)
        .replace('<body>', `<body>${head}`);
      const report = read(url, html);
      const time = report.type === 'article' ? report.article.publishedAt : null;
      return time === null ? null : new Date(time).toISOString();
    };

    it('takes the last one before now', () => {
      expect(show('By Ada Fictional</p><p>Tuesday, 19 May, 18:30')).toBe('2026-05-19T18:30:00.000Z');
    });

    it('takes the last one before the end of the month that the address has', () => {
      expect(show('<span>19 May</span>', 'https://www.courier.test/2021/05/northport-votes-to-rebuild-wall')).toBe(
        '2021-05-19T00:00:00.000Z',
      );
    });

    it('takes it before the day that it is, which stands at the head of the page', () => {
      expect(show('</p><p>19 May')?.slice(0, 10)).toBe('2026-05-19');
      expect(show('', undefined, '<p>Wednesday, 20 May 2026</p>')?.slice(0, 10)).toBe('2026-05-20');
      expect(show('</p><p>19 May', undefined, '<p>Wednesday, 20 May 2026</p>')?.slice(0, 10)).toBe('2026-05-19');
    });

    it('takes one in figures', () => {
      expect(show('</p><p>19.5., 18:30')).toBeNull();
      const german = ARTICLE.replace('en-GB', 'de').replace(/<script.*<\/script>/s, '');
      const report = read(
        'https://www.courier.test/news/northport-votes-to-rebuild-wall',
        german.replace('</h1>', '</h1><div>19.5., 18:30 Uhr</div>'),
      );
      expect(report).toMatchObject({ article: { publishedAt: Date.parse('2026-05-19T18:30:00Z') } });
    });

    it('takes one above the headline where nothing else is shown, unless it is today', () => {
      expect(show('', undefined, '<p>Monday, 18 May</p>')?.slice(0, 10)).toBe('2026-05-18');
      expect(show('', undefined, '<p>Wednesday, 20 May</p>')).toBeNull();
      expect(show('19 May 2026', undefined, '<p>Monday, 18 May</p>')?.slice(0, 10)).toBe('2026-05-19');
    });

    it.each([
      ['in a heading of a part', '</p><h2>19 May</h2><p>'],
      ['in the first paragraph', `</p><p>${SENTENCE} On <b>19 May</b> the work begins`],
      ['below it', `</p><p>${SENTENCE}</p><p>${SENTENCE}</p><p>19 May`],
      ['in the menu', '</p><nav>19 May</nav><p>'],
      ['in a sentence', 'The wall will be opened on 19 May by the mayor'],
    ])('takes none that stands %s', (_, byline) => {
      expect(show(byline)).toBeNull();
    });
  });

  it.each([
    ['2026-05-17T08:31', 'Updated May 19, 2026, 9:02 / Published May 17, 2026, 8:31'],
    ['2026-05-17T08:31', 'Published May 17, 2026, 8:31 / Updated May 19, 2026, 9:02'],
    ['2026-05-17T08:31', 'May 17, 2026, 8:31 (updated May 19, 2026, 9:02)'],
    ['2026-05-17T08:31', 'Aktualisiert am 19.05.2026, 9:02 Uhr, veröffentlicht am 17.05.2026, 8:31 Uhr'],
    ['2026-05-17T08:31', '更新於 2026年05月19日09:02 • 發布於 2026年05月17日08:31'],
    ['2026-05-17T08:31', 'Julkaistu 17.5.2026 8:31, päivitetty 19.5.2026 9:02'],
    ['2026-05-17T00:00', 'Objavljeno 17.05.2026., izmijenjeno 19.05.2026. 09:02'],
    ['2026-05-19T09:02', 'Updated May 19, 2026, 9:02'],
  ])('takes for the time of publication %s of the line “%s”', (time, line) => {
    const html = ARTICLE.replace(/<script.*<\/script>/s, '').replace('By Ada Fictional', line);
    expect(read('https://www.courier.test/news/northport-votes-to-rebuild-wall', html)).toMatchObject({
      article: { publishedAt: Date.parse(`${time}:00Z`) },
    });
  });

  it.each([
    ['Updated', 'Published'],
    ['Letzte Änderung', 'Veröffentlicht'],
    ['Mis à jour', 'Publié'],
    ['Actualizado', 'Publicado'],
    ['Aggiornato', 'Pubblicato'],
    ['Atualizado', 'Publicado'],
    ['Gewijzigd', 'Gepubliceerd'],
    ['Zmodyfikowano', 'Opublikowano'],
    ['Aktualizováno', 'Zveřejněno'],
    ['Aktualizované', 'Zverejnené'],
    ['Frissítve', 'Megjelent'],
    ['Uppdaterad', 'Publicerad'],
    ['Oppdatert', 'Publisert'],
    ['Opdateret', 'Udgivet'],
    ['Päivitetty', 'Julkaistu'],
    ['Güncelleme', 'Yayımlanma'],
    ['Actualizat', 'Publicat'],
    ['Actualitzat', 'Publicat'],
    ['Ažurirano', 'Objavljeno'],
    ['Posodobljeno', 'Objavljeno'],
    ['Uuendatud', 'Avaldatud'],
    ['Atjaunināts', 'Publicēts'],
    ['Atnaujinta', 'Paskelbta'],
    ['Përditësuar', 'Publikuar'],
    ['Uppfært', 'Birt'],
    ['Cập nhật', 'Đăng'],
    ['Diperbarui', 'Terbit'],
    ['Dikemas kini', 'Diterbitkan'],
    ['Обновлено', 'Опубликовано'],
    ['Оновлено', 'Опубліковано'],
    ['Абноўлена', 'Апублікавана'],
    ['Актуализирана', 'Публикувана'],
    ['Ажурирано', 'Објављено'],
    ['Ενημέρωση', 'Δημοσίευση'],
    ['განახლდა', 'გამოქვეყნდა'],
    ['Թարմացվել է', 'Հրապարակվել է'],
    ['更新日', '公開日'],
    ['更新时间', '发布时间'],
    ['업데이트', '등록'],
    ['تحديث', 'نشر'],
    ['به‌روزرسانی', 'انتشار'],
    ['اپ ڈیٹ', 'شائع'],
    ['עודכן', 'פורסם'],
    ['अपडेट', 'प्रकाशित'],
    ['আপডেট', 'প্রকাশ'],
    ['อัพเดท', 'เผยแพร่'],
  ])('knows a change by the word “%s” and publication by “%s”, whichever comes first', (changed, published) => {
    const [change, publication] = [`${changed}: 19.05.2026 09:02`, `${published}: 17.05.2026 08:31`];
    for (const line of [
      `${change} | ${publication}`,
      `${publication}, ${change}`,
      `${change}</p><p>17.05.2026 08:31`,
    ]) {
      const html = ARTICLE.replace(/<script.*<\/script>/s, '').replace('By Ada Fictional', line);
      expect(read('https://www.courier.test/news/northport-votes-to-rebuild-wall', html)).toMatchObject({
        article: { publishedAt: Date.parse('2026-05-17T08:31:00Z') },
      });
    }
  });

  it.each(['Update date: May 19, 2026, 9:02', 'Aktualisierungsdatum: 19.05.2026, 9:02 Uhr'])(
    'takes no day that is called the date of an update, “%s”, before another that is seen',
    (line) => {
      const html = ARTICLE.replace(/<script.*<\/script>/s, '').replace(
        'By Ada Fictional',
        `${line}</p><p>May 17, 2026, 8:31`,
      );
      expect(read('https://www.courier.test/news/northport-votes-to-rebuild-wall', html)).toMatchObject({
        article: { publishedAt: Date.parse('2026-05-17T08:31:00Z') },
      });
    },
  );

  it('takes the first of two days in one line above the headline, where the second is that of the last change', () => {
    const html = ARTICLE.replace(/<script.*<\/script>/s, '').replace(
      '<main>',
      '<main><div>입력<span>2026.05.17. 오전 8:31</span>수정<span>2026.05.18. 오전 9:02</span></div>',
    );
    expect(read('https://www.courier.test/news/northport-votes-to-rebuild-wall', html)).toMatchObject({
      article: { publishedAt: Date.parse('2026-05-17T08:31:00Z') },
    });
  });

  it.each([
    'https://www.courier.test/news/undefined',
    'https://www.courier.test/null/',
    'https://www.courier.test/[object Object]',
    'https://www.courier.test/news/{{slug}}',
  ])('does not believe a template that was given nothing: %s', (canonical) => {
    const own = 'https://courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall';
    const html = ARTICLE.replace(/(?<=canonical" href=")[^"]+/, canonical);
    expect(read(own, html)).toMatchObject({ article: { url: own } });
  });

  it.each([
    ['bob.courier.test', 'alice.courier.test', true],
    ['bob.substack.com', 'alice.substack.com', false],
    ['bob.substack.com', 'bob.substack.com', true],
    ['bob.blogspot.com', 'alice.blogspot.com', false],
    ['bob.blogspot.co.uk', 'bob.blogspot.com', true],
    ['bob.wordpress.com', 'www.courier.co.uk', false],
    ['news.courier.co.uk', 'www.courier.co.uk', true],
  ])('on %s believes an address at %s: %j', (host, other, isBelieved) => {
    const path = '/news/2026/05/19/northport-votes-to-rebuild-harbour-wall';
    const html = ARTICLE.replace('www.courier.test', other);
    expect(read(`https://${host}${path}`, html)).toMatchObject({
      article: { url: `https://${isBelieved ? other : host}${path}` },
    });
  });

  it('takes the lead from the text, not from captions or footers', () => {
    const report = read('https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall', ARTICLE);
    const lead = report.type === 'article' ? report.article.lead : '';
    expect(lead.startsWith(`${SENTENCE} Paragraph 1`)).toBe(true);
    expect(lead).not.toContain('Caption');
    expect(lead).not.toContain('Footer');
    expect(lead.length).toBeLessThanOrEqual(1200);
  });

  it.each([
    'We and our 842 partners store information on a device, such as cookies, and process personal data.',
    'Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen auf Sie zuzuschneiden.',
    'We value your privacy. Choose below what may be kept on this device, and for how long.',
    'An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt. Sie können ihn sich anzeigen lassen.',
    'Photograph: Ada Fictional/The Courier. The harbour wall at Northport after the storm of last winter.',
    'Foto: Ada Fictional. Die Hafenmauer von Nordhafen nach dem Sturm vom letzten Winter, der sie umwarf.',
    'Listen to this article, 4 min. It is read by an automated voice. Please report what it gets wrong.',
    'Diesen Artikel anhören, 4 Minuten. Eine künstliche Stimme liest ihn vor, und nicht immer richtig.',
    'Join our daily and weekly newsletters for the latest on harbours and the walls around them.',
  ])('begins the lead behind what is no part of the text: %s', (notice) => {
    const html = ARTICLE.replace(BODY, `<p>${notice}</p>${BODY}`);
    const { article } = read('https://courier.test/news/harbour-wall', html) as ArticleReport;
    expect(article.lead.slice(0, SENTENCE.length)).toBe(SENTENCE);
  });

  describe('where a post of a network is embedded', () => {
    const post = (name: string, text: string) =>
      `<blockquote class="${name}"><p>${text}</p>— Bo Fictional (@bo) <a href="https://t.test/1">March 1, 2019</a></blockquote>`;
    const url = 'https://www.courier.test/news/northport-votes-to-rebuild-wall';
    const dateless = ARTICLE.replace(/<script.*<\/script>/s, '');

    it.each([
      'twitter-tweet',
      'twitter-video',
      'bluesky-embed',
      'tiktok-embed',
      'instagram-media',
      'mastodon-embed',
      'text-post-media',
      'fb-xfbml-parse-ignore',
      'reddit-embed-bq',
      'wp-embedded-content',
    ])('takes neither day nor lead from it: %s', (name) => {
      const byDay = dateless.replace('By Ada Fictional</p>', `By Ada Fictional</p>${post(name, 'Short.')}`);
      expect(read(url, byDay)).toMatchObject({ article: { author: 'Ada Fictional', publishedAt: null } });
      const byText = ARTICLE.replace(BODY, post(name, `Look at this wall! ${SENTENCE}`) + BODY);
      const { article } = read(url, byText) as ArticleReport;
      expect(article.lead.slice(0, SENTENCE.length)).toBe(SENTENCE);
    });

    it('takes the day from behind it', () => {
      const html = dateless.replace(
        'By Ada Fictional</p>',
        `${post('twitter-tweet', 'Short.')}</p><p>May 17, 2026, 8:31</p>`,
      );
      expect(read(url, html)).toMatchObject({ article: { publishedAt: Date.parse('2026-05-17T08:31:00Z') } });
    });
  });

  it('keeps a first sentence that only begins like a notice', () => {
    const first = 'We and our neighbours have waited for this wall for two winters, says the mayor of Northport.';
    const html = ARTICLE.replace(BODY, `<p>${first}</p>${BODY}`);
    const { article } = read('https://courier.test/news/harbour-wall', html) as ArticleReport;
    expect(article.lead.slice(0, first.length)).toBe(first);
  });

  it('knows a paywall by a microdata flag in the head', () => {
    const html = ARTICLE.replace(
      '<meta property="og:type"',
      '<meta itemprop="isAccessibleForFree" content="False"><meta property="og:type"',
    );
    expect(read('https://courier.test/news/harbour-wall', html)).toMatchObject({ article: { isPaywalled: true } });
  });

  it('goes through no script that stands before the article, however much of the page is in it', () => {
    const state = `var state = "${'a page as a program has it, '.repeat(1_000)}"`;
    const html = ARTICLE.replace('<main>', `<main><script>${state}</script>`);
    const trim = vi.spyOn(String.prototype, 'trim');
    read('https://courier.test/news/harbour-wall', html);
    const longest = Math.max(...trim.mock.contexts.map((text) => String(text).length));
    expect(longest).toBeLessThan(state.length);
  });

  it('leaves scripts inside paragraphs and repeated paragraphs out of the lead', () => {
    const first =
      '<p><script>share({"title":"Northport votes to rebuild its harbour wall"})</script>Seen twice: the wall that fell in the storm, after two winters.</p>';
    const html = ARTICLE.replace(BODY, first + first + BODY);
    const report = read('https://www.courier.test/news/2026/05/19/northport-votes-to-rebuild-harbour-wall', html);
    const lead = report.type === 'article' ? report.article.lead : '';
    expect(lead.startsWith('Seen twice: the wall that fell in the storm, after two winters.\nThe council')).toBe(true);
  });

  it('leaves out what its reader is typing', () => {
    const draft = `<p>My private draft: ${SENTENCE.replace('The council', 'I heard that the council')}</p>`;
    const editor = `<div class="reply"><div class="ql-editor" contenteditable role="textbox">${draft}</div></div>`;
    const report = read('https://courier.test/news/harbour-wall', ARTICLE.replace(BODY, `<p>${SENTENCE}</p>${editor}`));
    expect(report.type === 'article' && report.article.lead).not.toMatch(/private draft|I heard/);
  });

  it('reads a declared date of figures as the page’s country writes it', () => {
    const dated = (lang: string) =>
      ARTICLE.replace('lang="en-GB"', `lang="${lang}"`)
        .replaceAll(/"date(?:Published|Modified)":"[^"]*",/g, '')
        .replace('<meta property="og:type"', '<meta name="pubdate" content="05/04/2026"><meta property="og:type"')
        .replaceAll('/2026/05/19/', '/');
    const readDay = (lang: string) => {
      const report = read('https://courier.test/news/northport-votes-to-rebuild-harbour-wall', dated(lang));
      return report.type === 'article' && new Date(report.article.publishedAt ?? 0).toISOString().slice(0, 10);
    };
    expect(readDay('en-US')).toBe('2026-05-04');
    expect(readDay('en-GB')).toBe('2026-04-05');
  });

  it('lets an article without any headline go by its first words', () => {
    const { article } = read(
      'https://courier.test/news/2026/05/19/wall',
      `<article>${BODY}</article>`,
    ) as ArticleReport;
    expect(article.title).toBe(SENTENCE.slice(0, 100));
    expect(article.lead).toContain(SENTENCE);
  });

  it('knows a front page even when it claims to be an article', () => {
    const teasers = Array.from(
      { length: 30 },
      (_, i) =>
        `<div><h3><a href="/news/story-${i}">Headline number ${i} about the harbour wall</a></h3><p>${SENTENCE}</p></div>`,
    ).join('');
    const html = `<html lang="en"><head><title>The Courier</title><meta property="og:type" content="article"></head><body><h1>The Courier</h1>${teasers}</body></html>`;
    expect(read('https://www.courier.test/', html)).toMatchObject({ type: 'not-article', kind: 'front' });
    expect(read('https://www.courier.test/politics/', html)).toMatchObject({ type: 'not-article', kind: 'section' });
  });

  it('reads the appended article when the address has moved on to it', () => {
    const text = (subject: string) =>
      `<p>The ${subject} was the talk of the town again, said people who had seen it that day.</p>`.repeat(8);
    const html = `<head><title>Ferry to Southport sails again</title></head><body>
      <article><h1>Northport votes to rebuild its harbour wall</h1>${text('wall')}${text('wall')}</article>
      <article><h1>Ferry to Southport sails again</h1>${text('ferry')}</article></body>`;
    const report = read('https://courier.test/news/ferry-to-southport-sails-again', html);
    expect(report).toMatchObject({ type: 'article', article: { title: 'Ferry to Southport sails again' } });
    expect(report.type === 'article' && report.article.lead).toMatch(/^The ferry/);
  });
});
