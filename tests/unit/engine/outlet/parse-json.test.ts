// Errors in broken JSON: the line and what is expected there.
import { describe, expect, it } from 'vitest';
import type { ImportReason } from '../../../../engine/outlet/import-problem.ts';
import { findLine, findLineFrom, parseJson } from '../../../../engine/outlet/parse-json.ts';
import { createRandom, makeText } from './invented-outlets.ts';

describe('parseJson', () => {
  it('gives the value', () =>
    expect(parseJson('{"a":[1,"b",null,true]}')).toEqual({ ok: true, value: { a: [1, 'b', null, true] } }));

  it.each<[string, string, number, ImportReason]>([
    ['a comma too many in an object', '{\n"a": 1,\n}', 3, 'json-name'],
    ['a comma too many in a list', '[\n1,\n]', 3, 'json-value'],
    ['a missing value', '{"a":\n}', 2, 'json-value'],
    ['a missing colon', '{"a"\n1}', 2, 'json-colon'],
    ['a missing comma', '{"a": 1\n"b": 2}', 2, 'json-comma'],
    ['a wrong bracket', '{"a": [1\n}', 2, 'json-comma'],
    ['single quotes', "{\n'a': 1}", 2, 'json-name'],
    ['a bare word', '{"a":\n\nyes}', 3, 'json-value'],
    ['a number with a leading zero', '[1,\n01]', 2, 'json-value'],
    ['a line end in a string', '["a\nb"]', 1, 'json-value'],
    ['an unknown escape', '[1,\n"\\x"]', 2, 'json-value'],
    ['an end too early', '{"a": [1,\n2', 2, 'json-too-short'],
    ['a string without its end', '[1,\n"a', 2, 'json-value'],
    ['something after the end', '{}\n{}', 2, 'json-end'],
    ['a comment', '{}\n// no', 2, 'json-end'],
    ['other text', 'hello', 1, 'json-value'],
  ])('%s', (_, text, line, reason) =>
    expect(parseJson(text)).toEqual({ ok: false, error: [{ line, reason, values: [] }] }),
  );

  it('agrees with JSON.parse on any text, and always names a line that is there', () => {
    const random = createRandom(6);
    const valid = '{"a": [1, -2.5e3, true, {"b\\u00e9": "c\\n"}], "d": null}';
    for (let round = 0; round < 2000; round++) {
      const at = Math.floor(random() * valid.length);
      const text = valid.slice(0, at) + makeText(random) + valid.slice(at + Math.floor(random() * 3));
      const parsed = parseJson(text);
      if (!parsed.ok) expect(parsed.error[0]?.line).toBeLessThanOrEqual(text.split('\n').length);
    }
  });
  it('is quick with long broken files', () => {
    const text = `[${'{"a": "b"},\n'.repeat(50_000)}x]`;
    expect(parseJson(text)).toMatchObject({ ok: false, error: [{ line: 50_001 }] });
  });
});

describe('findLineFrom', () => {
  const text = '{\n"a": 1,\n"b\\"c": {\n"a": 2}}';
  it.each<[string, number, number]>([
    ['a', 0, 2],
    ['a', 10, 4],
    ['b"c', 0, 3],
    ['nowhere', 0, 1],
  ])('%j from %d is on line %d', (wanted, from, line) => expect(findLineFrom(text, { wanted, from })).toBe(line));

  it('starts at the beginning if no index is given', () => expect(findLine(text, 'a')).toBe(2));
});
