// Importing outlets: what is accepted, which problems are reported for which line, and what is refused.
import { describe, expect, it } from 'vitest';
import { IMPORT_TEXT_MAX, type ImportReason } from '../../../../engine/outlet/import-problem.ts';
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
  it.each<[string, unknown, ImportReason, (string | number)[]]>([
    ['no name', { ...good, id: 'bad.test', name: undefined }, 'expects-text', ['bad.test › name']],
    [
      'a country that is none',
      { ...good, id: 'bad.test', country: 'nz' },
      'expects-pattern',
      ['bad.test › country', '/^[A-Z]{2}$/'],
    ],
    [
      'a feed that is no web address',
      { ...good, id: 'bad.test', feeds: [{ url: 'file:///x' }] },
      'expects-address',
      ['bad.test › feeds › 0 › url'],
    ],
    ['no domain', { ...good, id: 'bad.test', domains: [] }, 'expects-more', ['bad.test › domains', 1]],
    ['a whole registry', { ...good, id: 'bad.test', domains: ['co.uk'] }, 'bad-domain', ['bad.test', 'co.uk']],
    ['a top level', { ...good, id: 'bad.test', domains: ['com'] }, 'bad-domain', ['bad.test', 'com']],
    ['a platform', { ...good, id: 'bad.test', domains: ['blogspot.com'] }, 'bad-domain', ['bad.test', 'blogspot.com']],
    ['a domain that is no host', { ...good, id: 'bad.test', domains: ['a b'] }, 'bad-domain', ['bad.test', 'a b']],
    ['an id of an unknown host', { ...good, id: 'host:bad.test' }, 'bad-id', ['host:bad.test']],
    ['an id with capitals', { ...good, id: 'Bad.test' }, 'bad-id', ['Bad.test']],
    ['__proto__ as id', { ...good, id: '__proto__' }, 'bad-id', ['__proto__']],
    ['the same id again', good, 'listed-twice', ['good.test']],
    ['no outlet at all', 5, 'expects-object', ['#2']],
  ])('leaves out one with %s', (_, outlet, reason, values) => {
    const parsed = parseOutletPack({ text: toText([good, outlet]) });
    expect(parsed).toMatchObject({ ok: true, value: { pack: { outlets: [good] } } });
    expect(parsed.ok && parsed.value.problems).toEqual([{ line: expect.any(Number), reason, values }]);
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
  it.each<[string, string, ImportReason]>([
    ['an empty file', '', 'empty'],
    ['more than 5 MB', 'x'.repeat(IMPORT_TEXT_MAX + 1), 'too-large'],
    ['no JSON', 'outlet,value', 'json-value'],
    ['a list', '[]', 'expects-other-file'],
    ['a number', '5', 'expects-other-file'],
    ['another format', toText([good], { format: 'x' }), 'expects-one-of'],
    ['a date that is none', toText([good], { date: 'today' }), 'expects-date'],
    ['outlets that are no list', JSON.stringify({ ...makeOutletPack([]), outlets: {} }), 'expects-list'],
    ['no outlets', toText([]), 'no-usable-outlet'],
    ['no outlet that can be used', toText([{ id: 'bad' }]), 'no-usable-outlet'],
  ])('refuses %s, and says why', (_, text, reason) => {
    const parsed = parseOutletPack({ text });
    expect(parsed.ok ? [] : parsed.error.map((problem) => problem.reason)).toContain(reason);
  });
  it('does not throw on any text', () => {
    const random = createRandom(8);
    for (let round = 0; round < 500; round++) {
      parseOutletPack({ text: makeText(random) });
      expect(parseOutletPack({ text: toText([{ ...good, domains: [makeText(random), 'x.test'] }]) })).toBeDefined();
    }
  });
});
