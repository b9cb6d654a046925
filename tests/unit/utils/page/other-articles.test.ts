// Declarations beside a page's own article: other articles, pictures, recordings, and the same article in other words.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageArticle } from '../../../../utils/page/page-report.ts';
import { readPage } from '../../../../utils/page/read-page.ts';

const NOW = Date.parse('2026-05-20T12:00:00Z');
const HEADLINE = 'Northport votes to rebuild its harbour wall';
const URL_OF_PAGE = 'https://courier.test/news/northport-votes-to-rebuild-harbour-wall';
const SENTENCE =
  'The council of Northport voted on Tuesday to rebuild the old harbour wall after two winters of storms.';
const textOf = (sentence: string, paragraphs: number) =>
  Array.from({ length: paragraphs }, (_, i) => `<p>${sentence} Paragraph ${i + 1} says more.</p>`).join('');
const BYLINE = '<p class="byline">By Ada Fictional</p><time datetime="2026-05-19">19 May 2026</time>';

type Page = {
  readonly head?: string;
  readonly title?: string;
  readonly heading?: string;
  readonly body?: string;
  readonly url?: string;
};

function read({
  head = '',
  title = HEADLINE,
  heading = `<h1>${HEADLINE}</h1>`,
  body = BYLINE + textOf(SENTENCE, 8),
  url = URL_OF_PAGE,
}: Page): PageArticle | null {
  const html = `<html lang="en"><head><title>${title}</title><meta property="og:type" content="article">${head}</head>
    <body><main><article>${heading}${body}</article></main></body></html>`;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const report = readPage(document, { url: new URL(url), now: NOW, isSaidArticle: false });
  return report.type === 'article' ? report.article : null;
}

const declare = (...things: readonly object[]) =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

const OWN = { '@type': 'NewsArticle', headline: HEADLINE, datePublished: '2026-05-19T18:30:00Z' };
const listOthers = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    '@type': 'NewsArticle',
    headline: `Quite another story, number ${i}`,
    url: `https://courier.test/news/another-${i}`,
    datePublished: '2021-01-01',
    author: { name: 'Bo Invented' },
    isAccessibleForFree: false,
  }));

describe('what a page declares beside its article', () => {
  it.each([
    'Original-Content von: Northport Harbour AG, übermittelt durch das Presseportal',
    'Pressekontakt: Northport Harbour AG, Unternehmenskommunikation, Ada Fictional',
  ])('makes it a press release where that stands below it: %s', (foot) => {
    expect(read({ body: `${textOf(SENTENCE, 8)}<p>${foot}</p>` })?.kind).toBe('press-release');
    expect(read({ body: `<p>${foot}</p>${textOf(SENTENCE, 8)}` })?.kind).toBe('report');
  });

  it.each([1, 2, 5])('is not taken for it: %s other articles, while it declares nothing of its own', (count) => {
    expect(read({ head: declare(...listOthers(count)) })).toMatchObject({
      title: HEADLINE,
      url: URL_OF_PAGE,
      author: 'Ada Fictional',
      publishedAt: Date.parse('2026-05-19'),
      isPaywalled: false,
    });
  });

  it('is not taken for it because it begins with the site’s name', () => {
    const [other] = listOthers(1);
    const head = declare({ ...other, url: '', headline: 'Courier wins award for its pages' }, OWN);
    const article = read({ head, heading: '<h1>Courier</h1>' });
    expect(article).toMatchObject({ title: HEADLINE, publishedAt: Date.parse(OWN.datePublished) });
  });

  it('is the page itself where it has the page’s title for a name, whatever its headline describes', () => {
    const described = { ...OWN, '@type': 'Article', headline: 'Decision of a council', name: HEADLINE };
    const head = declare({ ...described, url: 'https://courier.test/wiki/another-address' });
    expect(read({ head, body: textOf(SENTENCE, 8) })?.publishedAt).toBe(Date.parse(OWN.datePublished));
  });

  it('gives its time where it is a post of a social site', () => {
    const head = declare({ ...OWN, '@type': 'SocialMediaPosting', url: URL_OF_PAGE });
    expect(read({ head, body: textOf(SENTENCE, 8) })?.publishedAt).toBe(Date.parse(OWN.datePublished));
  });

  it('lends it neither authors nor a paywall', () => {
    const article = read({ head: declare({ ...OWN, isAccessibleForFree: true }, ...listOthers(2)) });
    expect(article).toMatchObject({ author: 'Ada Fictional', isPaywalled: false });
  });

  it('lends it an author where it is the same article in other words', () => {
    const again = { '@type': 'Article', author: { name: 'Cy Invented' } };
    expect(read({ head: declare(OWN, again) })?.author).toBe('Cy Invented');
  });

  it('is paid for where a part of it is', () => {
    const part = { '@type': 'WebPageElement', isAccessibleForFree: 'False', cssSelector: '.rest' };
    expect(read({ head: declare({ ...OWN, hasPart: part }) })?.isPaywalled).toBe(true);
  });

  it.each([
    ['of no type', { isAccessibleForFree: 'False', cssSelector: '.rest' }],
    ['of several', [{ isAccessibleForFree: true }, { isAccessibleForFree: false, cssSelector: '.rest' }]],
  ])('is paid for where a part of it is: %s', (_, hasPart) => {
    expect(read({ head: declare({ ...OWN, hasPart }) })?.isPaywalled).toBe(true);
    expect(read({ head: declare({ ...OWN, hasPart: { isAccessibleForFree: true } }) })?.isPaywalled).toBe(false);
  });

  it('is its picture, made by somebody else on another day', () => {
    const picture = { '@type': 'ImageObject', creator: { name: 'Cy Shutter' }, datePublished: '2020-01-01' };
    const recording = { '@type': 'VideoObject', uploadDate: '2020-01-01', author: { name: 'Di Camera' } };
    const article = read({ head: declare(picture, recording) });
    expect(article).toMatchObject({ author: 'Ada Fictional', publishedAt: Date.parse('2026-05-19') });
  });

  it('is a recording whose day is the only one', () => {
    const recording = { '@type': 'VideoObject', uploadDate: '2026-05-18' };
    const article = read({ head: declare(recording), body: textOf(SENTENCE, 8) });
    expect(article?.publishedAt).toBe(Date.parse('2026-05-18'));
  });

  it('is another page of the same path, told apart by its number', () => {
    const [other] = listOthers(1);
    const head = declare(
      { ...other, url: 'https://courier.test/view.php?id=99' },
      { ...OWN, headline: 'Harbour wall: Northport’s vote', url: 'https://courier.test/view.php?id=12' },
    );
    const article = read({ head, url: 'https://courier.test/view.php?id=12' });
    expect(article).toMatchObject({ publishedAt: Date.parse('2026-05-19T18:30:00Z'), author: 'Ada Fictional' });
  });

  it('is a longer article that is put below', () => {
    const below = textOf('Sailors of the ferry line said on Monday that they would not go back to work.', 14);
    const html = `<div>${textOf(SENTENCE, 5)}</div></article><article><h1>Ferry strike goes on</h1><div>${below}</div>`;
    const article = read({ head: declare(OWN), body: html });
    expect(article?.title).toBe(HEADLINE);
    expect(article?.lead).toMatch(/^The council of Northport/);
  });
});

describe('what a page hides', () => {
  const kept = textOf('Sailors of the ferry line said on Monday that they would not go back to work.', 20);

  it.each(['hidden', 'hidden=""', 'hidden="hidden"'])('is no part of the lead: <div %s>', (attribute) => {
    const article = read({ body: `<div ${attribute}>${kept}</div>${BYLINE}<div>${textOf(SENTENCE, 8)}</div>` });
    expect(article?.lead).toMatch(/^The council of Northport/);
  });

  it('is read where a search within the page finds it, or where it is the article itself', () => {
    const found = read({ body: `<div hidden="until-found">${textOf(SENTENCE, 8)}</div>` });
    expect(found?.lead).toMatch(/^The council of Northport/);
    const whole = `<div hidden><h1>${HEADLINE}</h1>${textOf(SENTENCE, 8)}</div>`;
    expect(read({ body: whole })?.lead).toMatch(/^The council of Northport/);
  });
});

describe('the kind of an article', () => {
  const trailOf = (...names: string[]) => ({
    '@type': 'BreadcrumbList',
    itemListElement: names.map((name, index) =>
      index % 2 === 0
        ? { '@type': 'ListItem', position: index, name }
        : { '@type': 'ListItem', position: index, item: { '@id': `https://courier.test/${index}`, name } },
    ),
  });

  it.each([
    ['an advertiser’s', declare({ ...OWN, '@type': 'AdvertiserContentArticle' }), 'press-release'],
    ['a satire', declare({ ...OWN, '@type': 'SatiricalArticle' }), 'opinion'],
    ['a critic’s review', declare({ ...OWN, '@type': ['NewsArticle', 'ReviewNewsArticle'] }), 'opinion'],
    ['an opinion by its second section', declare({ ...OWN, articleSection: ['Politics', 'Opinion'] }), 'opinion'],
    ['an opinion by its genre', declare({ ...OWN, genre: 'Opinion' }), 'opinion'],
    [
      'an opinion by its second meta section',
      `<meta property="article:section" content="Politics"><meta property="article:section" content="Opinion">`,
      'opinion',
    ],
    ['a report of a paper called Tribune', declare(OWN, trailOf('Tribune', 'News', HEADLINE)), 'report'],
    ['an opinion by its breadcrumb trail', declare(OWN, trailOf('Home', 'Opinion', HEADLINE)), 'opinion'],
    ['an opinion by a trail that ends at its section', declare(OWN, trailOf('Home', 'Opinion')), 'opinion'],
    [
      'an opinion by the second of two trails',
      declare(OWN, trailOf('Home', 'Politics', HEADLINE), trailOf('Home', 'Opinion', HEADLINE)),
      'opinion',
    ],
    [
      'a report beside the trail of another article',
      declare(OWN, trailOf('Home', 'Opinion', 'Why walls of harbours fail'), trailOf('Home', 'News', HEADLINE)),
      'report',
    ],
    [
      'a report whose trail ends at its address, beside another',
      declare(OWN, trailOf('Home', 'Opinion', 'Why walls of harbours fail'), {
        '@type': 'BreadcrumbList',
        itemListElement: [{ name: 'Home' }, { name: 'News' }, { name: 'This article', item: URL_OF_PAGE }],
      }),
      'report',
    ],
    [
      'a report whose trail ends at its section, beside that of another article that is declared',
      declare(
        OWN,
        ...listOthers(1),
        trailOf('Home', 'News'),
        trailOf('Home', 'Opinion', 'Quite another story, number 0'),
      ),
      'report',
    ],
    [
      'a report beside the name of another section',
      declare(OWN, { ...trailOf('Opinion'), '@type': 'ItemList' }),
      'report',
    ],
    ['a live blog that is declared twice', declare(OWN, { ...OWN, '@type': 'LiveBlogPosting' }), 'live'],
    ['a report beside a live blog', declare(OWN, { ...listOthers(1)[0], '@type': 'LiveBlogPosting' }), 'report'],
  ])('is %s', (_, head, kind) => {
    expect(read({ head })?.kind).toBe(kind);
  });

  it.each([
    ['the heading', { heading: `<h1>Live: ${HEADLINE}</h1>` }, 'live'],
    ['the document’s title', { title: `Opinion | ${HEADLINE}` }, 'opinion'],
    ['the social title', { head: `<meta property="og:title" content="Sponsored: ${HEADLINE}">` }, 'press-release'],
    ['a label in the heading', { heading: `<h1><b>Opinion</b> ${HEADLINE}</h1>` }, 'opinion'],
    ['a mark in the heading', { heading: `<h1><b>LIVE</b>${HEADLINE}</h1>` }, 'live'],
    ['a label above the heading', { heading: `<p>Analysis</p><h1>${HEADLINE}</h1>` }, 'opinion'],
    ['a label above what the heading begins', { heading: `<p>Мнение:</p><div><h1>${HEADLINE}</h1></div>` }, 'opinion'],
    ['a section’s name above the heading', { heading: `<p>Komentáře</p><h1>${HEADLINE}</h1>` }, 'opinion'],
    ['a press release’s label above', { heading: `<p>Press release</p><h1>${HEADLINE}</h1>` }, 'press-release'],
    ['no menu above the heading', { heading: `<p>Live</p><h1>${HEADLINE}</h1>` }, 'report'],
    ['no sentence above the heading', { heading: `<p>Opinion polls are open</p><h1>${HEADLINE}</h1>` }, 'report'],
  ])('is told by %s, whatever the declared headline', (_, { head = '', ...page }: Page, kind) => {
    expect(read({ ...page, head: declare(OWN) + head })?.kind).toBe(kind);
  });

  it.each([
    ['a report above an opinion', HEADLINE, 'Opinion: Why walls of harbours fail', 'report'],
    ['a report above a live blog', HEADLINE, 'Live: Storm reaches the coast', 'report'],
    ['a live blog above a report', `Live: ${HEADLINE}`, 'Why walls of harbours fail', 'live'],
  ])('is that of its own heading: %s', (_, own, next, kind) => {
    const below = `</article><article><h1>${next}</h1>${textOf('Two ferries stayed in the port all day.', 8)}`;
    expect(read({ heading: `<h1>${own}</h1>`, body: BYLINE + textOf(SENTENCE, 8) + below })?.kind).toBe(kind);
  });
});

describe('the address of an article', () => {
  const url = 'https://courier.test/news/north/northport-votes-to-rebuild-harbour-wall';

  it.each([
    ['the section that it lies in', url, 'https://courier.test/news/north', url],
    ['the section above', url, 'https://courier.test/news/', url],
    ['what it is a part of', `${url}/northport-wall-in-seven-pictures`, url, url],
  ])('where the page declares %s', (_, page, canonical, expected) => {
    expect(read({ url: page, head: `<link rel="canonical" href="${canonical}">` })?.url).toBe(expected);
  });
});

describe('the address of an article, where the page declares one for all of them', () => {
  it.each([
    ['the script without the number', 'article.php?id=4711', 'article.php', 'article.php?id=4711'],
    ['a search', 'news/harbour', 'search?q=harbour', 'news/harbour'],
    ['a page to log in at', 'news/harbour', 'login?to=/news/harbour', 'news/harbour'],
    ['a page that was not found', 'news/harbour', '404', 'news/harbour'],
    ['its headline in place of a number', 'article.php?id=4711', 'northport-votes-on-wall', 'northport-votes-on-wall'],
    [
      'its headline without a number',
      'northport-votes-on-wall?id=4711',
      'northport-votes-on-wall',
      'northport-votes-on-wall',
    ],
  ])('is its own: %s', (_, page, canonical, expected) => {
    const head = `<link rel="canonical" href="/${canonical}">`;
    expect(read({ url: `https://courier.test/${page}`, head })?.url).toBe(`https://courier.test/${expected}`);
  });
});

describe('an article about what also is the name of a notice', () => {
  it.each([
    'privacy-groups-sue-over-cameras-in-harbour',
    'cookie-factory-in-northport-closes-after-a-century',
    'terms-of-the-peace-deal-are-revealed',
    'datenschutz-aerger-um-kameras-am-hafen',
    'imprint-of-an-ancient-foot-found-on-the-beach',
  ])('is an article: /%s', (slug) => {
    expect(read({ url: `https://courier.test/news/${slug}` })?.title).toBe(HEADLINE);
  });

  it.each([
    ...['privacy-policy', 'terms-of-service', 'cookie-settings', 'datenschutz', 'over-ons', 'kullanim-kosullari'],
    ...[
      'polityka-prywatnosci',
      'quienes-somos',
      'mentions-legales',
      'chi-siamo',
      'om-oss',
      'impresszum',
      'o-nas',
      'redakce',
    ],
  ])('is none: /%s', (slug) => {
    const title = 'What we do with what you tell us';
    expect(read({ url: `https://courier.test/${slug}`, title, heading: `<h1>${title}</h1>` })).toBeNull();
  });
});

describe('texts that stand apart on the page', () => {
  it.each([
    ['a line break', 'Northport votes to rebuild<br>its harbour wall', HEADLINE],
    ['a mark', `${HEADLINE}<span>LIVE</span>`, `${HEADLINE} LIVE`],
    ['a drawing with a title', `${HEADLINE}<svg><title>Share</title></svg>`, HEADLINE],
    ['a style', `<style>.a{color:red}</style>${HEADLINE}`, HEADLINE],
    ['a letter in an element of its own', `<b>N</b>orthport votes to rebuild its harbour wall`, HEADLINE],
    [
      'a quotation',
      `“<i>Northport</i>” votes to rebuild its harbour wall`,
      '“Northport” votes to rebuild its harbour wall',
    ],
  ])('are no one word in a headline: %s', (_, inner, expected) => {
    expect(read({ heading: `<h1>${inner}</h1>` })?.title).toBe(expected);
  });

  it.each([
    '<a>Ada Fictional</a><span>Follow</span><span>May 19</span>',
    'By<a>Ada Fictional</a>',
    'By Ada Fictional, Political Correspondent',
    'Szerző: Ada Fictional',
    'Par Ada Fictional, correspondante à Westmark',
    'Ada Fictional December 3, 2025',
    'By Ada Fictional on Friday December 26, 2025 @10:00AM',
    'Ada Fictional Mai 2026',
  ])('are no one word in a byline: %s', (byline) => {
    const body = `<p class="byline">${byline}</p>${textOf(SENTENCE, 8)}`;
    expect(read({ body })?.author).toBe('Ada Fictional');
  });

  it('leave a name that is also a month in a byline', () => {
    const bylineOf = (byline: string) =>
      read({ body: `<p class="byline">${byline}</p>${textOf(SENTENCE, 8)}` })?.author;
    expect(bylineOf('By Ada May')).toBe('Ada May');
    expect(bylineOf('By Ada May 2 min read')).toBe('Ada May');
    expect(bylineOf('May 19, 2026')).toBeNull();
    expect(bylineOf('Jul 12 (5 min read)')).toBeNull();
    expect(bylineOf('Twitter Facebook')).toBeNull();
  });

  it('has no count of messages in its title', () => {
    expect(read({ heading: '', title: `(12) ${HEADLINE}` })?.title).toBe(HEADLINE);
  });
});

describe('the author of an article', () => {
  it.each([
    ['a mail address', 'ada@courier.example', 'Ada Fictional'],
    ['an address without its protocol', '//social.test/ada', 'Ada Fictional'],
    ['a date', 'May 19, 2026', 'Ada Fictional'],
    ['a label', 'By', 'Ada Fictional'],
    ['a script’s mistake', '[object Object]', 'Ada Fictional'],
    ['a name with a mail address', 'Bo Invented (bo@courier.example)', 'Bo Invented'],
    ['one name twice', ['Bo Invented', 'BO INVENTED'], 'Bo Invented'],
    ['a name with a role', 'Bo Invented, Staff Writer', 'Bo Invented'],
    ['a name with a role of several words', 'Bo Invented, Chief Political Correspondent', 'Bo Invented'],
    ['a name with a role in German', 'Bo Invented, Korrespondentin in Westmark', 'Bo Invented'],
    ['a name with a role in Spanish', 'Bo Invented, corresponsal en Westmark', 'Bo Invented'],
    ['two names', 'Bo Invented, Cy Elsewhere', 'Bo Invented, Cy Elsewhere'],
    ['a name that a role is in', 'Bo Reporterova', 'Bo Reporterova'],
    [
      'a role that a person has',
      { '@type': 'Role', roleName: 'Reporter', author: { name: 'Bo Invented' } },
      'Bo Invented',
    ],
    ['the newsroom with an agency', 'Redaktion, dpa', 'dpa'],
    ['a role right behind the name', 'Bo Invented Chief Political Correspondent', 'Bo Invented'],
    ['a role and where it is held', 'Bo Invented Reporter at the harbour', 'Bo Invented'],
    [
      'a role behind each of two names',
      'Bo Invented Editor and Cy Elsewhere Health Reporter',
      'Bo Invented and Cy Elsewhere',
    ],
    ['a role behind a long name', 'Rosa Maria de la Cruz periodista', 'Rosa Maria de la Cruz'],
    ['a German role behind the name', 'Bo Invented Redakteurin', 'Bo Invented'],
    ['a Dutch role behind the name', 'Bo Invented politiek verslaggever', 'Bo Invented'],
    ['an Italian role behind the name', 'Bo Invented inviato speciale', 'Bo Invented'],
    ['a Polish role behind the name', 'Bo Invented redaktor', 'Bo Invented'],
    ['a Russian role behind the name', 'Пётр Данилов специальный корреспондент', 'Пётр Данилов'],
    ['a Korean role behind the name', '윤가람 기자', '윤가람'],
    ['an English role behind the name', 'Bo Invented Senior Writer', 'Bo Invented'],
    ['a name in capitals before the outlet’s and a role', 'BO INVENTED Courier Staff Writer', 'BO INVENTED'],
    ['a name in capitals with one of another case', 'BO INVENTED McDONALD', 'BO INVENTED McDONALD'],
    ['a Hebrew role behind a comma', 'יעל רוזן, כתבת הצפון', 'יעל רוזן'],
    ['a Slovak role behind the name', 'Bo Invented komentátor', 'Bo Invented'],
    ['a name with the outlet’s host', 'Bo Invented, courier.test', 'Bo Invented'],
    ['a first name that is a label elsewhere', 'Oleh Invented', 'Oleh Invented'],
    ['a role of nobody', 'Our Political Correspondent', 'Our Political Correspondent'],
    ['a newsroom behind a name', 'Courier Online Redaktion', 'Courier Online Redaktion'],
    ['reporters of a society', 'Society of Island Journalists', 'Society of Island Journalists'],
    ['a newsroom of that name', 'Newsroom Staff of the Isles', 'Newsroom Staff of the Isles'],
  ])('where %s is declared', (_, author, expected) => {
    expect(read({ head: declare({ ...OWN, author }) })?.author).toBe(expected);
  });

  it.each([
    ['By Ada Fictional', 'Ada Fictional'],
    ['Oleh: Rina Wulandari', 'Rina Wulandari'],
    ['Diposting oleh Rina Wulandari', 'Rina Wulandari'],
    ['Tekst: Mette Holm · Foto: Jens Krag', 'Mette Holm'],
    ['Írta: Kovács Ilona', 'Kovács Ilona'],
    ['Пишува: Елена Ристова', 'Елена Ристова'],
    ['ავტორი: ნინო ბერიძე', 'ნინო ბერიძე'],
    ['oprac. Marta Zielińska', 'Marta Zielińska'],
    ['Piše: Ivana Horvat', 'Ivana Horvat'],
    ['نویسنده: مریم کاظمی', 'مریم کاظمی'],
    ['โดย สมชาย ใจดี', 'สมชาย ใจดี'],
    ['写真・文　佐藤健一', '佐藤健一'],
    [
      'Автор: Иван Петров | Последна промяна на 19 май 2026 в 10:20 | Публикувана на 19 май 2026 в 08:15',
      'Иван Петров',
    ],
    ['Von Ada Fictional und Bo Invented', 'Ada Fictional und Bo Invented'],
    ['Par Ada Fictional, envoyée spéciale à Westmark', 'Ada Fictional'],
    ['Un texte de Ada Fictional', 'Ada Fictional'],
    ['Enviado por Rosa de la Cruz el Jue, 26/11/2026', 'Rosa de la Cruz'],
    ['Door Ada Fictional politiek verslaggever', 'Ada Fictional'],
    ['Γράφει ο Νίκος Βλαστός', 'Νίκος Βλαστός'],
    ['Автор: Пётр Данилов', 'Пётр Данилов'],
    ['מאת יעל רוזן', 'יעל רוזן'],
    ['كتبت: ليلى منصور', 'ليلى منصور'],
    ['بقلم هاني البدري', 'هاني البدري'],
    ['기자명 윤가람 기자', '윤가람'],
    ['記者：周慧敏', '周慧敏'],
    ['19 May 2026 | By Ada Fictional', 'Ada Fictional'],
    ['19 May 2026 Source: Courier News Text: Ada Fictional', 'Ada Fictional'],
    ['2026年5月19日 来源：北岭新闻网 记者：周慧敏', '周慧敏'],
    ['Του Νίκου Βλαστού', 'Νίκου Βλαστού'],
    ['Written by</div><div>Ada Fictional', 'Ada Fictional'],
    ['<b>Author</b> Ada Fictional', 'Ada Fictional'],
    ['By</div><div>by Ada Fictional', 'Ada Fictional'],
    ['Written by</div><div>the harbour', null],
    ['By the harbour, all is quiet', null],
    ['By Friday', null],
    ['Text: Ada Fictional', 'Ada Fictional'],
    ['Текст: Пётр Данилов', 'Пётр Данилов'],
    ['Text Size: A A', null],
    ['By The Numbers', null],
    ['Ada Fictional', null],
  ])('is whom a line by the headline names that begins as bylines do: %s', (line, expected) => {
    expect(read({ body: `<div class="a1">${line}</div>${textOf(SENTENCE, 8)}` })?.author).toBe(expected);
    expect(read({ body: `${textOf(SENTENCE, 8)}<div class="a1">${line}</div>` })?.author).toBeNull();
  });

  it.each([
    ['Courier | By Ada Fictional', 'Ada Fictional'],
    ['Ada Fictional | Bo Invented', 'Ada Fictional'],
    ['Authored by: Ada Fictional', 'Ada Fictional'],
    ['Ada Fictional ada.fictional@courier.example', 'Ada Fictional'],
    ['Ada Fictional<a>@adafic</a>', 'Ada Fictional'],
    ['Ada Fictional<a>@adafic</a><a>ada@courier.example</a>', 'Ada Fictional'],
    ['责任编辑：王宁', null],
    ['編輯：林明德', null],
  ])('is whom a marked line names behind its label: %s', (line, expected) => {
    expect(read({ body: `<p class="byline">${line}</p>${textOf(SENTENCE, 8)}` })?.author).toBe(expected);
  });

  it('is whose page is linked to, where nothing is marked', () => {
    const body = textOf(SENTENCE, 8);
    const link = (folder: string) => `<div class="x7Kq"><a class="q1" href="/${folder}/ada-f">Ada Fictional</a></div>`;
    for (const folder of ['author', 'blog/authors', 'autor', 'autores', 'autoren', 'auteur', 'auteurs'])
      expect(read({ body: link(folder) + body })?.author).toBe('Ada Fictional');
    expect(read({ body: link('authority') + body })?.author).toBeNull();
    expect(read({ body: `<nav>${link('author')}</nav>${body}` })?.author).toBeNull();
    expect(read({ body: `${link('author')}<p class="byline">By Bo Invented</p>${body}` })?.author).toBe('Bo Invented');
  });

  it.each(['szerzo', 'toimittaja', 'penulis-berita', 'yazar-adi', 'reporter', 'hofundar'])(
    'is named in an element that is named so in another language: %s',
    (name) => {
      const body = `<p class="${name}">Ada Fictional</p>${textOf(SENTENCE, 8)}`;
      expect(read({ body })?.author).toBe('Ada Fictional');
    },
  );

  it.each([
    ['〔記者陳怡君／台北報導〕', '陳怡君'],
    ['記者陳怡君/綜合報導', '陳怡君'],
    ['(서울=뉴스) 윤가람 기자 = ', '윤가람'],
    ['[북항신문 윤가람 기자] ', '윤가람'],
    ['記者會昨天／今天都有人 ', null],
    ['윤가람 기자가 보도했다. ', null],
  ])('stands in the first words of the text, as in Taiwan and Korea: %s', (start, expected) => {
    expect(read({ body: `<p>${start}${SENTENCE}</p>${textOf(SENTENCE, 8)}` })?.author).toBe(expected);
  });

  it('is named by a line of its own that stands right below the text, as in Vietnam', () => {
    const body = (line: string) => `${textOf(SENTENCE, 8)}<p style="text-align:right;"><strong>${line}</strong></p>`;
    expect(read({ body: body('Minh Hà') })?.author).toBe('Minh Hà');
    expect(read({ body: body('More about the harbour') })?.author).toBeNull();
    const row = '<table><tr style="text-align: right"><th>Harbour Fee</th></tr></table>';
    expect(read({ body: textOf(SENTENCE, 8) + row })?.author).toBeNull();
  });

  it('is not the outlet that a fact check declares', () => {
    const head = declare({
      ...OWN,
      '@type': 'ClaimReview',
      author: { '@type': 'Organization', name: 'Courier Checks' },
    });
    expect(read({ head })?.author).toBe('Ada Fictional');
  });

  it('is named in a footer of the headline', () => {
    const footer = '<footer><span>By <a href="/ada">Ada Fictional</a></span> <span>19 May</span></footer>';
    expect(read({ body: footer + textOf(SENTENCE, 8) })).toMatchObject({
      author: 'Ada Fictional',
      publishedAt: Date.parse('2026-05-19'),
    });
  });

  it('is that of the only post of a blog, which it calls a part', () => {
    const post = (name: string) =>
      `<div itemprop="blogPost" itemscope itemtype="https://schema.org/BlogPosting"><div class="post-footer"><b itemprop="author">${name}</b></div></div>`;
    const body = textOf(SENTENCE, 8);
    expect(read({ body: body + post('Bo Invented') })?.author).toBe('Bo Invented');
    expect(read({ body: body + post('Bo Invented') + post('Cy Elsewhere') })?.author).toBeNull();
  });

  it.each([
    ...[
      'Staff Writer',
      'STAFF REPORTER',
      'By Staff',
      'Newsroom',
      'News Desk',
      'Editors',
      'Contributors',
      'Special Correspondent',
    ],
    ...[
      'Redaktion',
      'Redacción',
      'Da Redação',
      'La Rédaction',
      'Redazione',
      'Редакция',
      'Редакція',
      'Σύνταξη',
      '編集部',
      'নিজস্ব প্রতিবেদক',
    ],
  ])('is nobody where “%s” is declared and shown', (author) => {
    const body = `<p class="byline">${author}</p>${textOf(SENTENCE, 8)}`;
    expect(read({ head: declare({ ...OWN, author: { name: author } }), body })?.author).toBeNull();
    expect(read({ head: declare({ ...OWN, author }) })?.author).toBe('Ada Fictional');
  });

  it.each([
    [
      'that of a role’s bearer',
      '<div property="author" typeof="Role"><i property="roleName">Reporter</i><div property="author" typeof="Person"><b property="schema:name">Bo Invented</b></div></div>',
    ],
    [
      'the name alone of a person with a scope',
      '<div itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Bo Invented</b><i itemprop="jobTitle">Editor</i></div>',
    ],
    [
      'a name that is not shown',
      '<div itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Bo Invented"></div>',
    ],
    ['the words of a link', '<a itemprop="author" title="Posts by Bo Invented" href="/bo">Bo Invented</a>'],
  ])('in microdata is %s', (_, author) => {
    const scope = `<div itemscope itemtype="https://schema.org/NewsArticle" typeof="NewsArticle">${author}${textOf(SENTENCE, 8)}</div>`;
    expect(read({ body: scope })?.author).toBe('Bo Invented');
  });
});

describe('the lead of an article', () => {
  it('is no line of days and names, which is where the author stands', () => {
    const line = '<p>Tuesday, 19 May 2026 | Updated 20 May 2026, 11:30 | By Ada Fictional</p>';
    const article = read({ body: line + textOf(SENTENCE, 8) });
    expect(article?.lead.startsWith(SENTENCE)).toBe(true);
    expect(article?.author).toBe('Ada Fictional');
  });

  it('is no line of who wrote, took and drew', () => {
    const line = '<p>Tekst: Mette Holm · Foto: Jens Krag · Grafik: Lise Ravn</p>';
    const article = read({ body: line + textOf(SENTENCE, 8) });
    expect(article?.lead.startsWith(SENTENCE)).toBe(true);
    expect(article?.author).toBe('Mette Holm');
  });

  it.each([
    'Subscribers of the ferry line will pay less from next summer on, the council of Northport said on Tuesday evening.',
    'Copyright law would change under a plan that the council sent to the parliament of the islands on Tuesday.',
    'Anzeigen gegen den Hafenmeister sind am Dienstag bei der Staatsanwaltschaft eingegangen, sagte ein Sprecher.',
  ])('begins with a report’s own first words: %s', (first) => {
    expect(read({ body: `<p>${first}</p>${textOf(SENTENCE, 8)}` })?.lead.startsWith(first)).toBe(true);
  });

  it('leaves out captions of pictures', () => {
    const caption = '<p>People stand at the harbour wall of Northport in the storm of last winter. Cy Shutter</p>';
    const body = `<div class="photo"><div class="caption">${caption}</div></div>${textOf(SENTENCE, 8)}`;
    expect(read({ body })?.lead).toMatch(/^The council/);
  });

  it.each([
    'Copyright 2026 Northport Courier. All rights reserved. This material may not be published, broadcast or rewritten.',
    'Subscribe to our newsletter and read every morning what has happened in Northport and on the islands.',
  ])('leaves out %s', (notice) => {
    expect(read({ body: `<p>${notice}</p>${textOf(SENTENCE, 8)}` })?.lead).toMatch(/^The council/);
  });
});

describe('the language of an article', () => {
  it.each([
    ['ua', 'uk'],
    ['uk', 'uk'],
    ['by', 'be'],
    ['en', 'ru'],
  ])('declared as %s is %s where the letters are Cyrillic', (declared, expected) => {
    const text = textOf('Міська рада у вівторок проголосувала за відбудову старої стіни гавані після двох зим.', 8);
    const html = `<html lang="${declared}"><head><title>Рада проголосувала за відбудову старої стіни</title>
      <meta property="og:type" content="article"></head><body><article><h1>Рада проголосувала за відбудову старої стіни</h1>${BYLINE}${text}</article></body></html>`;
    const document = new DOMParser().parseFromString(html, 'text/html');
    const report = readPage(document, { url: new URL(URL_OF_PAGE), now: NOW, isSaidArticle: false });
    expect(report).toMatchObject({ article: { lang: expected } });
  });
});
