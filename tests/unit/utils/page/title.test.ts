// Headlines with the site's name around them: evidence decides what is stripped, not a separator alone.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../utils/page/read-page.ts';
import { stripSiteName } from '../../../../utils/page/title.ts';

const SITE = { siteName: 'The Northport Courier', host: 'www.courier.test', heading: '' };

describe('stripSiteName', () => {
  it.each([
    ['Harbour wall falls | The Northport Courier', 'Harbour wall falls'],
    ['Harbour wall falls - The Northport Courier', 'Harbour wall falls'],
    ['Harbour wall falls – Courier', 'Harbour wall falls'],
    ['Harbour wall falls | courier.test', 'Harbour wall falls'],
    ['The Northport Courier: Harbour wall falls', 'Harbour wall falls'],
    ['The Northport Courier | Harbour wall falls', 'Harbour wall falls'],
    ['Harbour wall falls', 'Harbour wall falls'],
    ['Storm: harbour wall falls', 'Storm: harbour wall falls'],
    ['Wall – a history', 'Wall – a history'],
    ['What the Courier said - and did not', 'What the Courier said - and did not'],
    ['首相が辞任を表明：北港新聞デジタル', '首相が辞任を表明', '北港新聞デジタル'],
    ['总理会见外宾_东方日报', '总理会见外宾', '东方日报'],
    ['总理会见外宾——东方日报', '总理会见外宾', '东方日报'],
    ['总理：会见外宾', '总理：会见外宾', '东方日报'],
    ['港の壁が嵐で崩れた記事 @ 北港の海 :: 新聞', '港の壁が嵐で崩れた記事 @ 北港の海 :: 新聞', '北港の海'],
  ])('%s', (title, expected, siteName = SITE.siteName) => {
    expect(stripSiteName(title, { ...SITE, siteName })).toBe(expected);
  });

  it('keeps what the visible heading has', () => {
    const site = { ...SITE, heading: 'Harbour wall falls – Courier' };
    expect(stripSiteName('Harbour wall falls – Courier', site)).toBe('Harbour wall falls – Courier');
  });
});

describe('the title of an article', () => {
  const SENTENCE =
    'The council voted on Tuesday to rebuild the old harbour wall after two winters of storms and debate.';
  function titleOf(heading: string, documentTitle: string, head = ''): string {
    const html = `<html lang="en"><head><title>${documentTitle}</title>${head}</head><body><article><h1>${heading}</h1>${`<p>${SENTENCE}</p>`.repeat(10)}</article></body></html>`;
    const url = new URL('https://www.courier.test/news/2026/05/19/harbour-wall-falls-in-storm');
    const report = readPage(new DOMParser().parseFromString(html, 'text/html'), {
      url,
      now: Date.parse('2026-05-20'),
      isSaidArticle: false,
    });
    return report.type === 'article' ? report.article.title : '';
  }

  it.each([
    [
      'a heading that the title bears out',
      'Harbour wall falls in storm',
      'Harbour wall falls in storm | Courier',
      'Harbour wall falls in storm',
    ],
    [
      'a headline with the name of its section behind it',
      'Harbour wall falls in storm | Opinion',
      'Storm and wall | Opinion',
      'Harbour wall falls in storm',
    ],
    [
      'a heading that names the site',
      'Courier',
      'Harbour wall falls in storm | Courier',
      'Harbour wall falls in storm',
    ],
    [
      'a short heading without spaces, of a title with section and site',
      '总理会见外宾',
      '总理会见外宾_时政_东方日报网',
      '总理会见外宾',
    ],
    [
      'a label that no title bears out',
      'Information and resources',
      'Harbour wall falls in storm',
      'Harbour wall falls in storm',
    ],
    [
      'a headline of its own, beside a title for search engines',
      'For two winters the sea has gnawed at Northport’s wall',
      'Harbour wall falls in storm',
      'For two winters the sea has gnawed at Northport’s wall',
    ],
  ])('comes from %s', (_, heading, documentTitle, expected) => {
    expect(titleOf(heading, documentTitle)).toBe(expected);
  });

  const social = (title: string) => `<meta property="og:title" content="${title}">`;
  const declared = (headline: string) =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`;

  it('is the heading that the social title bears out, not a declared headline for search engines', () => {
    const shown = 'I walked on the new harbour wall, and it held';
    const head = social(shown) + declared('Harbour wall review 2026');
    expect(titleOf(shown, 'Harbour wall review 2026', head)).toBe(shown);
  });

  it('is a newsroom’s declared headline where heading and social title differ', () => {
    const head = social('See what the storm did') + declared('Harbour wall gives way');
    expect(titleOf('The sea has won', 'Northport | Courier', head)).toBe('Harbour wall gives way');
  });

  it('is the social title that the address was made from, not a heading inside the text', () => {
    const heading = 'But what they love about Northport is the harbour';
    expect(titleOf(heading, 'Harbour wall falls in storm', social('Harbour wall falls in storm'))).toBe(
      'Harbour wall falls in storm',
    );
  });

  it.each([
    ['<span class="kicker">Politics</span> Harbour wall falls in storm', 'Harbour wall falls in storm'],
    ['<span><b>Politics:</b><b>Harbour wall falls in storm</b></span>', 'Harbour wall falls in storm'],
    ['<span><b>Politics:</b> Harbour wall falls</span>', 'Harbour wall falls'],
    ['<small>Exclusive</small>Harbour wall falls in storm', 'Harbour wall falls in storm'],
    ['<em>Harbour</em> wall falls in storm', 'Harbour wall falls in storm'],
    ['<em>Politics</em> and what it does to a wall', 'Politics and what it does to a wall'],
  ])('has no label that stands before it: %s', (heading, expected) => {
    expect(titleOf(heading, `${expected} | Courier`)).toBe(expected);
  });

  it('keeps what says more than a label', () => {
    const heading = '<b>In Northport, where the sea has gnawed for years,</b> harbour wall falls';
    expect(titleOf(heading, 'Harbour wall falls | Courier')).toBe(heading.replace(/<.?b>/g, ''));
  });

  it('keeps a label that the page’s own title has too', () => {
    const title = 'Northport: Harbour wall falls in storm';
    expect(titleOf('<b>Northport:</b> Harbour wall falls in storm', title, social('Harbour wall falls in storm'))).toBe(
      title,
    );
  });
});
