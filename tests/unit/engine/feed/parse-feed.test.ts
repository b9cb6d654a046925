// Feeds of each format, valid and malformed. All content is invented.
import { describe, expect, it } from 'vitest';
import { FEED_TEXT_MAX, parseFeed } from '../../../../engine/feed/parse-feed.ts';
import { LEAD_MAX, TITLE_MAX } from '../../../../engine/limits.ts';

const BASE = 'https://example.test/feeds/all.xml';

function parse(text: string) {
  const result = parseFeed({ text, baseUrl: BASE });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const rss = (items: string, channel = '', attributes = '') =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Example News</title><link>https://example.test/</link>${channel}${items}</channel></rss>`;
const item = (fields: string) => `<item><link>/a</link>${fields}</item>`;
const title = (text: string) => parse(rss(item(`<title>${text}</title>`))).items[0]?.title;

describe('RSS', () => {
  it('reads a whole feed', () => {
    const feed = parse(
      rss(
        `<item>
          <title>Two hurt</title><link>https://example.test/a</link><guid isPermaLink="false">7</guid>
          <description><![CDATA[<p>Two <b>people</b> were hurt.</p><script>x()</script><p>Nobody died.</p>]]></description>
          <pubDate>Sun, 03 May 2026 12:00:00 GMT</pubDate><dc:creator>Ada Example</dc:creator>
          <category>World</category><category>World</category><category> Fire </category>
        </item>`,
        '<language>en-gb</language><ttl>30</ttl>',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
      ),
    );
    expect(feed).toEqual({
      format: 'rss',
      title: 'Example News',
      homepage: 'https://example.test/',
      lang: 'en-gb',
      ttlMinutes: 30,
      items: [
        {
          url: 'https://example.test/a',
          title: 'Two hurt',
          summary: 'Two people were hurt. Nobody died.',
          publishedAt: Date.UTC(2026, 4, 3, 12),
          updatedAt: null,
          lang: 'en-gb',
          author: 'Ada Example',
          categories: ['World', 'Fire'],
        },
      ],
    });
  });

  it.each([
    ['Fish &amp; chips', 'Fish & chips'],
    ['Fish &amp;amp; chips', 'Fish & chips'],
    ['Caf&eacute; &#8217;n&#x2019;', 'Café ’n’'],
    ['&lt;b&gt;Two&lt;/b&gt; hurt', 'Two hurt'],
    ['&amp;lt;b&amp;gt;Two&amp;lt;/b&amp;gt; hurt', 'Two hurt'],
    ['<![CDATA[Two &amp; <i>hurt</i>]]>', 'Two & hurt'],
    ['Two <b>hurt</b> badly', 'Two hurt badly'],
    ['2 &lt; 3', '2 < 3'],
    ['a&lt;b', 'a<b'],
    ['Fish & chips', 'Fish & chips'],
    [' Two\n\t hurt ', 'Two hurt'],
    ['Bundes&amp;shy;kanzler\u200b redet', 'Bundeskanzler redet'],
    ['It&#146;s &#147;two&#148;', 'It’s “two”'],
  ])('title %j → %j', (markup, text) => {
    expect(title(markup)).toBe(text);
  });

  it.each([
    ['<link>https://example.test/b</link>', 'https://example.test/b'],
    ['<link>b?x=1&amp;y=2</link>', 'https://example.test/b?x=1&y=2'],
    ['<link>b?x=1&copy=2</link>', 'https://example.test/b?x=1&copy=2'],
    ['<link><![CDATA[ https://example.test/b ]]></link>', 'https://example.test/b'],
    ['<link><![CDATA[b?id=7&amp;x=1&#038;y=2]]></link>', 'https://example.test/b?id=7&x=1&y=2'],
    ['<guid>https://example.test/b</guid>', 'https://example.test/b'],
    ['<guid isPermaLink="false">b</guid>', null],
    ['<guid>tag:example.test,2026:b</guid>', null],
    ['<link/><guid>https://example.test/b</guid>', 'https://example.test/b'],
    ['<atom:link href="https://example.test/b"/>', 'https://example.test/b'],
    ['<atom:link rel="self" href="https://example.test/b"/>', null],
    [
      '<link>https://count.test/1</link><feedburner:origLink>https://example.test/b</feedburner:origLink>',
      'https://example.test/b',
    ],
    ['<link>www.example.test/b</link>', 'https://www.example.test/b'],
    ['<link>www.html</link>', 'https://example.test/www.html'],
    ['<link>javascript:alert(1)</link>', null],
    ['<link xml:base="x">//other.test/b</link>', 'https://other.test/b'],
    ['<link href="https://example.test/b"/>', 'https://example.test/b'],
  ])('address of %s → %s', (fields, url) => {
    const feed = parse(rss(`<item><title>Two hurt</title>${fields}</item>`));
    expect(feed.items[0]?.url ?? null).toBe(url);
  });

  it('starts relative addresses at the base that is declared, before the home page', () => {
    const feed = (attributes: string) =>
      parse(rss('<item><title>Two hurt</title><link>b</link></item>', '', attributes));
    expect(feed('xml:base="https://other.test/x/"').items[0]?.url).toBe('https://other.test/x/b');
    expect(feed('xml:base=""').items[0]?.url).toBe('https://example.test/b');
  });

  it.each([
    ['<dc:creator>Ada Roe</dc:creator><dc:creator>AFP</dc:creator>', 'Ada Roe, AFP'],
    ['<author>desk@example.test (Ada Roe)</author><author>desk@example.test</author>', 'Ada Roe'],
    ['<media:credit>Bo Lind/AFP</media:credit>', null],
  ])('authors of %s: %s', (fields, author) => {
    expect(parse(rss(item(`<title>Two hurt</title>${fields}`))).items[0]?.author).toBe(author);
  });

  it.each([
    '<p>The post <a href="https://example.test/a">Two hurt</a> appeared first on <a href="https://example.test">Example</a>.</p>',
    '<p>Der Beitrag <a rel="nofollow" href="/a">Two hurt</a> erschien zuerst auf <a href="/">Example</a>.</p>',
    '<a href="https://example.test/a">Continue reading...</a>',
  ])('leaves out what publishing systems add to every text: %s', (footer) => {
    const text = `<p>Two people <a href="/b">were</a> <a href="/c">hurt</a>.</p>\n${footer}\n`;
    const feed = parse(rss(item(`<title>Two hurt</title><description><![CDATA[${text}]]></description>`)));
    expect(feed.items[0]?.summary).toBe('Two people were hurt.');
  });

  it.each([
    ['<title>Two hurt</title><link>https://example.test/b</link><description>Two peo', ['1', 'Two hurt']],
    ['<title>Two hurt</title><link>https://example.te', ['1']],
    ['<link>https://example.test/b</link><title>Two hu', ['1']],
    ['<link>https://example.test/b</li', ['1']],
  ])('takes no half of an address or title where the text ends: %s', (fields, titles) => {
    const feed = parse(`<rss><channel><item><title>1</title><link>/1</link></item><item>${fields}`);
    expect(feed.items.map((found) => found.title)).toEqual(titles);
  });

  it.each(['http', 'https'])('resolves undeclared and oddly named namespaces (%s)', (scheme) => {
    const fields = '<x:date>2026-05-03T12:00:00Z</x:date><media:description>Two people.</media:description>';
    const feed = parse(
      rss(item(`<title>Two hurt</title>${fields}`), '', `xmlns:x=" ${scheme}://purl.org/dc/elements/1.1/ "`),
    );
    expect(feed.items[0]).toMatchObject({ publishedAt: Date.UTC(2026, 4, 3, 12), summary: 'Two people.' });
  });

  it('lets a declaration hold to the end of its element', () => {
    const dates = (prefix: string) => `<${prefix}:date>2026-05-03T12:00:00Z</${prefix}:date>`;
    const other = `<x:group xmlns:x="http://other.test/">${dates('x')}</x:group>`;
    const feed = parse(
      rss(item(`<title>Two hurt</title>${other}${dates('x')}`), '', 'xmlns:x="http://purl.org/dc/elements/1.1/"'),
    );
    expect(feed.items[0]?.publishedAt).toBe(Date.UTC(2026, 4, 3, 12));
    const after = parse(rss(item(`<title xmlns:x="http://purl.org/dc/elements/1.1/">Two hurt</title>${dates('x')}`)));
    expect(after.items[0]?.publishedAt).toBeNull();
  });

  it('comes to an end with thousands of declarations around each of thousands', () => {
    const many = Array.from({ length: 4000 }, (_, n) => `xmlns:a${n}="http://purl.org/dc/terms"`).join(' ');
    const text = rss(item('<title xmlns:b="x">Two hurt</title>').repeat(4000), '', many);
    expect(parse(text).items).toHaveLength(1000);
  });

  it('takes the first text that has words, and the first date that can be read', () => {
    const feed = parse(
      rss(
        item(
          `<title>Two hurt</title><description><![CDATA[<img src="x.jpg"/>]]></description><content:encoded><![CDATA[<p>Two people were hurt.</p>]]></content:encoded>
          <pubDate>yesterday</pubDate><dc:date>2026-05-03T12:00:00Z</dc:date>`,
        ),
      ),
    );
    expect(feed.items).toMatchObject([{ summary: 'Two people were hurt.', publishedAt: Date.UTC(2026, 4, 3, 12) }]);
  });

  it('takes the beginning of the text where there is no title', () => {
    const feed = parse(rss(item('<description>Two people were hurt today. More follows.</description>')));
    expect(feed.items[0]?.title).toBe('Two people were hurt today.');
  });

  it('reads items beside, inside and after a broken channel', () => {
    const feed = parse(
      '<rss><channel><title>A</title><item><title>1</title><link>/1</link><item><title>2</title><link>/2</link></item></channel><item><title>3</title><link>/3</link>',
    );
    expect(feed.items.map((found) => found.title)).toEqual(['1', '2', '3']);
  });

  it('reads RDF with its periods', () => {
    const feed = parse(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="x"><title>Example</title><link>https://example.test/</link><dc:language>de</dc:language>
        <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
        <item rdf:about="https://example.test/a"><title>Zwei verletzt</title><dc:subject>Welt</dc:subject></item></rdf:RDF>`,
    );
    expect(feed).toMatchObject({ format: 'rdf', lang: 'de', ttlMinutes: 15 });
    expect(feed.items).toMatchObject([{ url: 'https://example.test/a', categories: ['Welt'], lang: 'de' }]);
  });

  it.each(['constructor', '__proto__', 'never'])('knows no period called %s', (period) => {
    const feed = parse(rss(item('<title>Two hurt</title>'), `<sy:updatePeriod>${period}</sy:updatePeriod>`));
    expect(feed.ttlMinutes).toBeNull();
  });

  it('keeps within the limits', () => {
    const feed = parse(rss(item(`<title>${'w '.repeat(9999)}</title><description>${'漢'.repeat(9999)}</description>`)));
    expect(feed.items[0]?.title.length).toBeLessThanOrEqual(TITLE_MAX);
    expect(feed.items[0]?.summary).toHaveLength(LEAD_MAX);
  });
});

describe('Atom', () => {
  const atom = (entry: string, attributes = '') =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" ${attributes}><title type="html">L&amp;apos;exemple</title><link rel="self" href="/self"/><link href="https://example.test/"/><entry>${entry}</entry></feed>`;

  it('reads a whole feed', () => {
    const feed = parse(
      atom(`<title type="text">Deux &lt;blessés&gt;</title><id>tag:1</id>
        <link rel="enclosure" href="/sound.mp3"/><link rel="alternate" type="application/json" href="/a.json"/><link rel="alternate" type="text/html" href="/a"/>
        <published>2026-05-03T12:00:00Z</published><updated>2026-05-03T13:00:00Z</updated>
        <author><name>Ada Exemple</name><email>a@example.test</email></author><author><name>AFP</name></author><category term="monde" label="Monde"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Deux <b>personnes</b>.</p><p>Fin.</p></div></content>`),
    );
    expect(feed).toMatchObject({ format: 'atom', title: "L'exemple", homepage: 'https://example.test/', lang: 'fr' });
    expect(feed.items).toEqual([
      {
        url: 'https://example.test/a',
        title: 'Deux <blessés>',
        summary: 'Deux personnes . Fin.'.replace(' .', '.'),
        publishedAt: Date.UTC(2026, 4, 3, 12),
        updatedAt: Date.UTC(2026, 4, 3, 13),
        lang: 'fr',
        author: 'Ada Exemple, AFP',
        categories: ['Monde'],
      },
    ]);
  });

  it.each([
    ['xml:base="https://other.test/x/"', '<link href="a"/>', 'https://other.test/x/a'],
    ['xml:base=""', '<link href="a"/>', 'https://example.test/feeds/a'],
    ['', '<id>https://example.test/a</id>', 'https://example.test/a'],
    ['', '<link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>', 'https://example.test/a'],
    ['', '<link rel="replies" href="/a"/>', null],
    ['', '<link href="tag:example.test,2026:a"/>', null],
  ])('address with %s of %s → %s', (attributes, link, url) => {
    expect(parse(atom(`<title>Deux</title>${link}`, attributes)).items[0]?.url ?? null).toBe(url);
  });

  it.each([
    ['', '&lt;p&gt;Deux &lt;b&gt;blessés&lt;/b&gt;&lt;/p&gt;', 'Deux blessés'],
    ['', '<![CDATA[Deux<br/>blessés]]>', 'Deux blessés'],
    ['type=""', '<![CDATA[<a href="/b">Deux</a> blessés]]>', 'Deux blessés'],
    ['', 'Deux &lt;blessés&gt; sur 5 &lt; 7', 'Deux <blessés> sur 5 < 7'],
    ['type="text"', 'La balise &lt;b&gt;gras&lt;/b&gt;', 'La balise <b>gras</b>'],
  ])('text with %j of %s is read as %s', (attributes, text, expected) => {
    const [item] = parse(
      atom(`<title ${attributes}>${text}</title><link href="/a"/><summary ${attributes}>${text}</summary>`),
    ).items;
    expect(item).toMatchObject({ title: expected, summary: expected });
  });

  it('takes the first date that can be read', () => {
    const dates = '<published>yesterday</published><dc:date>2026-05-03T12:00:00Z</dc:date>';
    expect(parse(atom(`<title>Deux</title><link href="/a"/>${dates}`)).items[0]?.publishedAt).toBe(
      Date.UTC(2026, 4, 3, 12),
    );
  });

  it('reads a prefixed feed and Atom 0.3', () => {
    const prefixed = parse(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Two</a:title><a:link href="/a"/></a:entry></a:feed>',
    );
    expect(prefixed.items).toMatchObject([{ title: 'Two', url: 'https://example.test/a' }]);
    const old = parse(
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">&lt;b&gt;Two&lt;/b&gt;</title><link rel="alternate" href="/a"/><issued>2026-05-03T12:00:00Z</issued></entry></feed>',
    );
    expect(old.items).toMatchObject([{ title: 'Two', publishedAt: Date.UTC(2026, 4, 3, 12) }]);
  });
});

describe('JSON Feed and sitemaps', () => {
  it('reads JSON Feed and leaves bad items out', () => {
    const feed = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Example',
        home_page_url: 'https://example.test/',
        language: 'es',
        items: [
          {
            id: 1,
            url: '/a',
            title: 'Dos',
            content_html: '<p>Dos <b>personas</b></p>',
            date_published: '2026-05-03T12:00:00Z',
            authors: [{ name: 'Ada' }, null, { name: 'AFP' }],
            tags: ['Mundo', 7],
          },
          null,
          { id: 'x', title: 'No address' },
          { id: 'https://example.test/b', content_text: 'Only a text here.' },
        ],
      }),
    );
    expect(feed).toMatchObject({ format: 'json-feed', title: 'Example', lang: 'es' });
    expect(feed.items).toMatchObject([
      {
        url: 'https://example.test/a',
        title: 'Dos',
        summary: 'Dos personas',
        author: 'Ada, AFP',
        categories: ['Mundo', '7'],
      },
      { url: 'https://example.test/b', title: 'Only a text here.' },
    ]);
  });

  it('reads what stands behind a publishing system’s warnings', () => {
    const warning = '<br />\n<b>Warning</b>: foo() in <b>/feed.php</b> on line <b>3</b><br />\n';
    const item = '<item><title>Two hurt</title><link>https://example.test/a</link></item>';
    const rss = `<rss version="2.0"><channel><title>Example</title>${item}</channel></rss>`;
    expect(parse(`${warning}<?xml version="1.0"?>${rss}`).items).toHaveLength(1);
    expect(parse(`${warning}${rss}`).items).toHaveLength(1);
  });

  it('reads news sitemaps', () => {
    const feed = parse(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://example.test/a</loc><n:news><n:publication><n:name>Example</n:name><n:language>en</n:language></n:publication><n:publication_date>2026-05-03T12:00:00Z</n:publication_date><n:title>Two hurt</n:title><n:keywords>Fire, Harbour</n:keywords></n:news></url><url><loc>https://example.test/old</loc></url></urlset>`,
    );
    expect(feed).toMatchObject({ format: 'news-sitemap', title: 'Example', lang: 'en' });
    expect(feed.items).toMatchObject([
      { url: 'https://example.test/a', title: 'Two hurt', categories: ['Fire', 'Harbour'] },
    ]);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', { reason: 'empty' }],
    [' \ufeff\n', { reason: 'empty' }],
    ['<?xml version="1.0"?>', { reason: 'empty' }],
    ['<!doctype html><html></html>', { reason: 'not-a-feed', found: 'html' }],
    ['<html><body>Not found</body></html>', { reason: 'not-a-feed', found: 'html' }],
    ['{"a":1}', { reason: 'not-a-feed', found: 'json' }],
    ['[1]', { reason: 'not-a-feed', found: 'json' }],
    ['{"items":[', { reason: 'malformed', detail: 'JSON that does not parse' }],
    ['Not found', { reason: 'not-a-feed', found: 'text' }],
    ['<note/>', { reason: 'not-a-feed', found: 'xml' }],
    [
      '<sitemapindex><sitemap><loc>https://example.test/1.xml</loc></sitemap></sitemapindex>',
      { reason: 'not-a-feed', found: 'xml' },
    ],
    ['<urlset><url><loc>https://example.test/a</loc></url></urlset>', { reason: 'not-a-feed', found: 'xml' }],
    ['a'.repeat(FEED_TEXT_MAX + 1), { reason: 'too-large', bytes: FEED_TEXT_MAX + 1 }],
  ])('%.40j', (text, error) => {
    expect(parseFeed({ text, baseUrl: BASE })).toEqual({ ok: false, error });
  });
});
