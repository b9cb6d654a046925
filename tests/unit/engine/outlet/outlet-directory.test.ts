// Which outlet an address belongs to: all forms of hosts, and the three kinds of domain rules.
import { describe, expect, it } from 'vitest';
import { createOutletDirectory } from '../../../../engine/outlet/outlet-directory.ts';
import { createRandom, makeOutlet, makeOutletPack, makeText } from './invented-outlets.ts';

const directory = createOutletDirectory([
  makeOutletPack([
    makeOutlet('herald', { domains: ['herald.test', 'herald.co.uk'] }),
    makeOutlet('herald-sport', { domains: ['sport.herald.test'] }),
    makeOutlet('herald-blogs', { domains: ['=blogs.herald.test'] }),
    makeOutlet('herald-local', { domains: ['herald.test/local'] }),
    makeOutlet('herald-local-north', { domains: ['herald.test/local/north/'] }),
    makeOutlet('platform', { domains: ['blogspot.com'] }),
    makeOutlet('blog', { domains: ['anna.blogspot.com'] }),
    makeOutlet('buecher', { domains: ['bücher.test'] }),
    makeOutlet('zeitung', { domains: ['xn--grn-ioa.test'] }),
    makeOutlet('mobile-only', { domains: ['m.pocket.test'] }),
    makeOutlet('www-listed', { domains: ['www.formal.test'] }),
    makeOutlet('by-number', { domains: ['192.0.2.7'] }),
    makeOutlet('path-only', { domains: ['portal.test/daily'] }),
    makeOutlet('greedy', { domains: ['com', 'co.uk'] }),
  ]),
]);
const findId = (url: string) => directory.find(url)?.id ?? null;

describe('find', () => {
  it.each([
    ['https://herald.test/2026/05/story', 'herald'],
    ['http://herald.test', 'herald'],
    ['https://www.herald.test/x', 'herald'],
    ['https://m.herald.test/x', 'herald'],
    ['https://mobile.herald.test/x', 'herald'],
    ['https://amp.herald.test/x', 'herald'],
    ['https://www.m.herald.test/x', 'herald'],
    ['https://edition.herald.test/x', 'herald'],
    ['https://us.edition.herald.test/x', 'herald'],
    ['https://herald.co.uk/x', 'herald'],
    ['https://news.herald.co.uk/x', 'herald'],
    ['https://HERALD.Test/X', 'herald'],
    ['https://herald.test./x', 'herald'],
    ['https://herald.test:8443/x', 'herald'],
    ['https://user:secret@herald.test/x', 'herald'],
    ['  https://herald.test/x  ', 'herald'],
  ])('takes %s for %s', (url, id) => expect(findId(url)).toBe(id));

  it.each([
    ['a longer rule wins over a shorter one', 'https://sport.herald.test/x', 'herald-sport'],
    ['also for a subdomain of it', 'https://live.sport.herald.test/x', 'herald-sport'],
    ['=host covers itself', 'https://blogs.herald.test/x', 'herald-blogs'],
    ['=host covers its www. form', 'https://www.blogs.herald.test/x', 'herald-blogs'],
    ['=host does not cover its subdomains', 'https://anna.blogs.herald.test/x', 'herald'],
    ['a path covers what is below it', 'https://herald.test/local/story', 'herald-local'],
    ['a path covers itself', 'https://herald.test/local', 'herald-local'],
    ['a path covers itself with a slash', 'https://herald.test/local/', 'herald-local'],
    ['a path goes with a query', 'https://herald.test/local?page=2', 'herald-local'],
    ['a path goes with www.', 'https://www.herald.test/local/story', 'herald-local'],
    ['a path goes with capitals', 'https://herald.test/Local/Story', 'herald-local'],
    ['a path is whole segments', 'https://herald.test/locals/story', 'herald'],
    ['a path is not in a query', 'https://herald.test/x?y=/local/', 'herald'],
    ['the longest path wins', 'https://herald.test/local/north/story', 'herald-local-north'],
    ['a path of a host that nobody owns', 'https://portal.test/daily/story', 'path-only'],
    ['and not the rest of that host', 'https://portal.test/weekly/story', null],
    ['a blog is not its platform', 'https://otto.blogspot.com/x', null],
    ['a listed blog is itself', 'https://anna.blogspot.com/x', 'blog'],
    ['the platform itself', 'https://www.blogspot.com/about', 'platform'],
    ['a rule for a registry covers nobody', 'https://anything.com/x', null],
    ['nor below a national one', 'https://anything.co.uk/x', null],
    ['Unicode hosts', 'https://bücher.test/x', 'buecher'],
    ['the same in punycode', 'https://xn--bcher-kva.test/x', 'buecher'],
    ['a rule in punycode', 'https://www.grün.test/x', 'zeitung'],
    ['an m. host that is listed as such', 'https://m.pocket.test/x', 'mobile-only'],
    ['and not the host above it', 'https://pocket.test/x', null],
    ['a host listed with www.', 'https://formal.test/x', 'www-listed'],
    ['an IP address', 'http://192.0.2.7:8080/x', 'by-number'],
    ['the same address in another notation', 'http://0xC0000207/', 'by-number'],
    ['another IP address', 'http://192.0.2.8/', null],
    ['an IPv6 address', 'http://[2001:db8::1]/', null],
    ['an unknown host', 'https://nobody.test/', null],
    ['a host that only ends alike', 'https://theherald.test/', null],
    ['a host that only begins alike', 'https://herald.test.evil.test/', null],
    ['a bare top level', 'http://test/', null],
  ])('%s', (_, url, id) => expect(findId(url)).toBe(id));

  it.each([
    '',
    'herald.test',
    '/local',
    'about:blank',
    'file:///herald.test/x',
    'ftp://herald.test/',
    'javascript:1',
    'https://',
  ])('finds nothing for %j', (url) => expect(findId(url)).toBeNull());

  it('does not throw on any text', () => {
    const random = createRandom(1);
    for (let round = 0; round < 2000; round++) {
      const text = makeText(random);
      directory.find(text);
      directory.find(`https://${text}`);
      directory.findByHost(text);
    }
    expect(directory.find('https://herald.test/')?.id).toBe('herald');
  });
});

describe('findByHost', () => {
  it.each([
    ['herald.test', 'herald'],
    ['www.herald.test', 'herald'],
    ['WWW.Herald.Test.', 'herald'],
    ['herald.test:443', 'herald'],
    ['bücher.test', 'buecher'],
    ['otto.blogspot.com', null],
    ['herald.test/local', null],
    ['a b', null],
    ['', null],
    ['__proto__', null],
    ['constructor', null],
  ])('%j → %s', (host, id) => expect(directory.findByHost(host)?.id ?? null).toBe(id));

  it('answers the same when it has forgotten what it knew', () => {
    const before = directory.findByHost('live.sport.herald.test');
    for (let host = 0; host < 12_000; host++) directory.findByHost(`h${host}.nobody.test`);
    expect(directory.findByHost('live.sport.herald.test')).toBe(before);
    expect(directory.findByHost('h11999.nobody.test')).toBeNull();
  });
});

describe('packs', () => {
  const shipped = makeOutletPack([
    makeOutlet('one', { name: 'Shipped one', domains: ['one.test', 'shared.test'] }),
    makeOutlet('two', { domains: ['two.test', 'shared.test'] }),
  ]);
  const imported = makeOutletPack([
    makeOutlet('one', { name: 'Imported one', domains: ['uno.test'] }),
    makeOutlet('three', { domains: ['two.test'] }),
  ]);
  const both = createOutletDirectory([shipped, imported]);

  it('lets a later pack replace an outlet as a whole', () => {
    expect(both.get('one')?.name).toBe('Imported one');
    expect(both.find('https://uno.test/')?.name).toBe('Imported one');
    expect(both.find('https://one.test/')).toBeNull();
  });
  it('lists each outlet once', () => expect(both.outlets.map(({ id }) => id)).toEqual(['one', 'two', 'three']));
  it('gives a domain that two packs claim to the later one', () => {
    expect(both.find('https://two.test/')?.id).toBe('three');
  });
  it('gives a domain that two outlets of a pack claim to the first', () => {
    expect(createOutletDirectory([shipped]).find('https://shared.test/')?.id).toBe('one');
    expect(both.find('https://shared.test/')?.id).toBe('two');
  });
  it('works without any pack', () => {
    const empty = createOutletDirectory([]);
    expect([empty.outlets, empty.get('one'), empty.find('https://one.test/')]).toEqual([[], null, null]);
  });
  it('ignores rules that are no hosts', () => {
    const odd = createOutletDirectory([
      makeOutletPack([makeOutlet('odd', { domains: ['', '=', '/x', 'a b', '?', 'odd.test'] })]),
    ]);
    expect(odd.find('https://odd.test/')?.id).toBe('odd');
  });
});
