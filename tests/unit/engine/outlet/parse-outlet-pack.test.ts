// Importing outlets: what is taken over, what is named as wrong and on which line, and what is refused.
import { describe, expect, it } from 'vitest';
import { IMPORT_TEXT_MAX } from '../../../../engine/outlet/import-problem.ts';
import { parseOutletPack } from '../../../../engine/outlet/parse-outlet-pack.ts';
import { createRandom, makeOutlet, makeOutletPack, makeText } from './invented-outlets.ts';

const good = makeOutlet('good.test', { domains: ['good.test', '=blog.good.test', 'good.test/news'] });
const toText = (outlets: readonly unknown[], parts: object = {}) =>
  JSON.stringify({ ...makeOutletPack([]), ...parts, outlets }, null, 1);

describe('parseOutletPack', () => {
  it('takes outlets over as they are', () => {
    expect(parseOutletPack({ text: `\ufeff${toText([good])}` })).toEqual({
      ok: true,
      value: { pack: makeOutletPack([good]), problems: [], skipped: 0 },
    });
  });
  it.each<[string, unknown, RegExp]>([
    ['no name', { ...good, id: 'bad.test', name: undefined }, /"bad\.test": name: string expected/],
    ['a country that is none', { ...good, id: 'bad.test', country: 'nz' }, /country/],
    ['a feed that is no web address', { ...good, id: 'bad.test', feeds: [{ url: 'file:///x' }] }, /feeds\.0\.url/],
    ['no domain', { ...good, id: 'bad.test', domains: [] }, /domains/],
    ['a whole registry', { ...good, id: 'bad.test', domains: ['co.uk'] }, /"co\.uk" is no domain of one outlet/],
    ['a top level', { ...good, id: 'bad.test', domains: ['com'] }, /"com"/],
    ['a platform', { ...good, id: 'bad.test', domains: ['blogspot.com'] }, /"blogspot\.com"/],
    ['a domain that is no host', { ...good, id: 'bad.test', domains: ['a b'] }, /"a b"/],
    ['an id of an unknown host', { ...good, id: 'host:bad.test' }, /is no id/],
    ['an id with capitals', { ...good, id: 'Bad.test' }, /is no id/],
    ['__proto__ as id', { ...good, id: '__proto__' }, /is no id/],
    ['the same id again', good, /there twice/],
    ['no outlet at all', 5, /Outlet 2: object expected/],
  ])('leaves out one with %s', (_, outlet, words) => {
    const parsed = parseOutletPack({ text: toText([good, outlet]) });
    expect(parsed).toMatchObject({ ok: true, value: { pack: { outlets: [good] } } });
    const problems = parsed.ok ? parsed.value.problems : [];
    expect(problems).toHaveLength(1);
    expect(problems[0]?.text).toMatch(words);
  });
  it('keeps a platform itself', () => {
    expect(parseOutletPack({ text: toText([{ ...good, domains: ['=blogspot.com'] }]) }).ok).toBe(true);
  });
  it('names the line', () => {
    const text = toText([good, { id: 'bad.test' }]);
    const parsed = parseOutletPack({ text });
    const line = parsed.ok ? (parsed.value.problems[0]?.line ?? 0) : 0;
    expect(text.split('\n')[line - 1]).toContain('"bad.test"');
  });
  it.each<[string, string]>([
    ['an empty file', ''],
    ['more than 5 MB', 'x'.repeat(IMPORT_TEXT_MAX + 1)],
    ['no JSON', 'outlet,value'],
    ['a list', '[]'],
    ['a number', '5'],
    ['another format', toText([good], { format: 'x' })],
    ['a date that is none', toText([good], { date: 'today' })],
    ['outlets that are no list', JSON.stringify({ ...makeOutletPack([]), outlets: {} })],
    ['no outlets', toText([])],
    ['no outlet that can be used', toText([{ id: 'bad' }])],
  ])('refuses %s, and says why', (_, text) => {
    const parsed = parseOutletPack({ text });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error[0]?.text).toMatch(/\w/);
  });
  it('does not throw on any text', () => {
    const random = createRandom(8);
    for (let round = 0; round < 500; round++) {
      parseOutletPack({ text: makeText(random) });
      expect(parseOutletPack({ text: toText([{ ...good, domains: [makeText(random), 'x.test'] }]) })).toBeDefined();
    }
  });
});
