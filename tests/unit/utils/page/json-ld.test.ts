// JSON-LD as pages write it: graphs, references, broken syntax, and scripts made to stall the reader.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { parseJsonLd } from '../../../../utils/page/json-ld.ts';

const ARTICLE = '{"@type":"NewsArticle","headline":"Harbour wall","datePublished":"2026-05-19"}';

describe('parseJsonLd', () => {
  it.each([
    ['a single object', ARTICLE],
    ['an array', `[{"@type":"WebSite"},${ARTICLE}]`],
    ['a graph', `{"@graph":[{"@type":"WebSite"},${ARTICLE}]}`],
    ['a main entity', `{"@type":"WebPage","mainEntity":${ARTICLE}}`],
    ['an HTML comment around', `<!-- ${ARTICLE} -->`],
    ['CDATA around', `//<![CDATA[\n${ARTICLE}\n//]]>`],
    ['a comma too many', '{"@type":"NewsArticle","headline":"Harbour wall","datePublished":"2026-05-19",}'],
    ['a raw line break in a string', '{"@type":"NewsArticle","headline":"Harbour\nwall","datePublished":"2026-05-19"}'],
    ['two objects without a comma', `{"@type":"WebSite"}${ARTICLE}`],
    ['a semicolon at the end', `${ARTICLE};`],
    ['an escaped script', ARTICLE.replaceAll('"', '&quot;')],
    [
      'a string that never ends',
      '{"@type":"NewsArticle","headline":"Harbour wall","datePublished":"2026-05-19","description":"oh "no" }',
    ],
    [
      'the type as an address',
      '{"@type":"https://schema.org/NewsArticle","headline":"Harbour wall","datePublished":"2026-05-19"}',
    ],
    ['a list of types', '{"@type":["Thing","NewsArticle"],"headline":["Harbour wall"],"datePublished":"2026-05-19"}'],
  ])('reads %s', (_, script) => {
    const article = parseJsonLd([script]).find(({ types }) => types.includes('newsarticle'));
    expect(article).toMatchObject({ headline: 'Harbour wall', datePublished: '2026-05-19', isTop: true });
  });

  it('follows references to authors and publishers', () => {
    const script = `{"@graph":[{"@type":"Article","author":[{"@id":"#a"},{"name":"Bo Invented"}],"publisher":{"@id":"#p"}},
      {"@type":"Person","@id":"#a","name":"Ada Fictional"},{"@type":"Organization","@id":"#p","name":"The Courier"}]}`;
    const [article] = parseJsonLd([script]);
    expect(article).toMatchObject({ authors: ['Ada Fictional', 'Bo Invented'], publisher: 'The Courier' });
  });

  it.each([
    ['a reference under another key goes before', { editor: { '@id': '#a' }, author: { '@id': '#a' } }],
    ['the reference is a mere string', { author: '#a' }],
    ['the reference has an empty name', { author: { '@id': '#a', name: null } }],
    ['lists stand in lists', { author: [[{ name: 'Ada Fictional' }]] }],
    ['the list is declared as one', { author: { '@list': [{ name: 'Ada Fictional' }] } }],
    ['a role stands between', { author: { '@type': 'Role', roleName: 'Reporter', author: { name: 'Ada Fictional' } } }],
    [
      'a named role stands between, and holds a list',
      { creator: [{ '@type': ['Role'], name: 'Reporter', creator: [{ '@id': '#a' }] }] },
    ],
    ['the name is in two parts', { author: { givenName: 'Ada', familyName: 'Fictional' } }],
  ])('names the author where %s', (_, article) => {
    const person = { '@type': 'Person', '@id': '#a', name: 'Ada Fictional' };
    const [first] = parseJsonLd([JSON.stringify({ '@graph': [{ '@type': 'Article', ...article }, person] })]);
    expect(first?.authors).toEqual(['Ada Fictional']);
  });

  it('keeps all sections and genres as labels', () => {
    const [first] = parseJsonLd(['{"@type":"Article","articleSection":["Politics","Opinion"],"genre":"Column"}']);
    expect(first).toMatchObject({ section: 'Politics', labels: ['Politics', 'Opinion', 'Column'] });
  });

  it('takes no more than the first names of an author who has thousands', () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `Ada ${i}`);
    const [article] = parseJsonLd([JSON.stringify({ '@type': 'Article', author: { name: names } })]);
    expect(article?.authors).toEqual([names.slice(0, 20).join(', ')]);
  });

  it.each([
    [false, true],
    ['False', true],
    ['https://schema.org/False', true],
    ['no', true],
    ['0', true],
    [0, true],
    [['false'], true],
    ['true', false],
    [1, false],
    ['perhaps', false],
    [[], false],
    [{ toString: 0 }, false],
    [undefined, false],
  ])('reads %j, of whether the text is free, as a paywall or none', (declared, isPaid) => {
    const [article] = parseJsonLd([JSON.stringify({ '@type': 'Article', isAccessibleForFree: declared })]);
    expect(article?.isPaid).toBe(isPaid);
  });

  it('marks entries of a list as parts', () => {
    const script = `{"@type":"CollectionPage","mainEntity":{"@type":"ItemList","itemListElement":[{"item":${ARTICLE}}]}}`;
    const article = parseJsonLd([script]).find(({ types }) => types.includes('newsarticle'));
    expect(article?.isTop).toBe(false);
  });

  it('turns markup and entities in declared texts into plain text', () => {
    const [thing] = parseJsonLd([
      '{"@type":"Article","headline":"<b>Wall &amp;amp; Co&#8217;s</b>  <script>x</script>"}',
    ]);
    expect(thing?.headline).toBe('Wall & Co’s x');
  });

  it.each([
    ['&iquest;Presentaci&oacute;n en &Aacute;vila?', '¿Presentación en Ávila?'],
    ['A&ccedil;&atilde;o na pra&ccedil;a', 'Ação na praça'],
    ['&Scaron;ibenik &middot; 5 &euro;', 'Šibenik · 5 €'],
    ['&#147;Wall&#148; it&#146;s', '“Wall” it’s'],
    ['R&D; &blabla; &qacute', 'R&D; &blabla; &qacute'],
  ])('reads the entities of %s', (headline, expected) => {
    expect(parseJsonLd([JSON.stringify({ '@type': 'Article', headline })])[0]?.headline).toBe(expected);
  });

  it.each([
    ['nested too deep', '['.repeat(100_000)],
    ['deep but valid', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['short, with an address in endless lists', `{"@type":"Article","url":${'['.repeat(9_900)}1${']'.repeat(9_900)}}`],
    [
      'short, with a headline in endless lists',
      `{"@type":"Article","headline":${'['.repeat(9_900)}1${']'.repeat(9_900)}}`,
    ],
    ['too many entries', `[${Array.from({ length: 50_000 }, () => ARTICLE).join()}]`],
    ['too long', `{"@type":"Article","headline":"${'x'.repeat(3_000_000)}"}`],
    ['broken, with endless white space', `{"@type":"NewsArticle","headline":${' '.repeat(60_000)}x}`],
    ['broken, with endless white space before a list', `{"@type":"NewsArticle","headline":[${' '.repeat(60_000)}x]}`],
    ['text', 'not JSON at all'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '42'],
    ['odd values', '{"@type":{"a":1},"headline":{"x":[]},"author":[null,1,[],{}],"datePublished":[]}'],
    ['a prototype', '{"__proto__":{"@type":"Article"},"constructor":{"@type":"Article"}}'],
  ])('survives a script that is %s', (_, script) => {
    expect(parseJsonLd([script]).length).toBeLessThanOrEqual(200);
  });

  it('leaves out a script that nests without end, and reads the one beside it', () => {
    const bomb = '['.repeat(100_000);
    const honest = '{"@type":"NewsArticle","headline":"Wall falls"}';
    expect(parseJsonLd([bomb, honest]).map(({ headline }) => headline)).toEqual(['Wall falls']);
  });

  it('reads long scripts that are wide, not deep', () => {
    const wide = `[${'{"@type":"Thing","name":"a"},'.repeat(1_000)}{"@type":"NewsArticle","headline":"Wall falls"}]`;
    expect(parseJsonLd([wide]).length).toBeGreaterThan(0);
  });
});
