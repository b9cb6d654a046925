// Words are found by their letters; words in use are kept, and words unused for a long time are dropped.
import { expect, it } from 'vitest';
import {
  createWordTable,
  IS_CAPITALISED,
  IS_SIGN_READ,
  NOTHING,
  SIGN_IN_TEXT,
  SIGN_IN_TITLE,
  TERM,
  type WordTable,
} from '../../../../engine/cluster/word-table.ts';
import { createWordRanges, scanWords } from '../../../../engine/text/split-words.ts';

const HALF = 10;

const find = (table: WordTable, word: string) => table.find(word, { start: 0, end: word.length });
const add = (table: WordTable, word: string, term: number) => table.add(word, { start: 0, end: word.length, term });
const termOf = (table: WordTable, word: string) => {
  const found = find(table, word);
  return found === NOTHING ? NOTHING : table.read(found, TERM);
};

it('finds a word wherever it stands, as it is written', () => {
  const table = createWordTable();
  add(table, 'Lund', 7);
  expect(table.read(table.find('In Lund today', { start: 3, end: 7 }), TERM)).toBe(7);
  for (const other of ['lund', 'Lun', 'Lunde', '']) expect(find(table, other)).toBe(NOTHING);
});

it('knows of a new word its term and whether it has a capital, and keeps what is written to it', () => {
  const table = createWordTable();
  const [lund, storm] = [add(table, 'Lund', 1), add(table, 'storm', NOTHING)];
  expect(table.read(lund, IS_CAPITALISED)).toBe(1);
  expect(table.read(storm, IS_CAPITALISED)).toBe(0);
  expect(table.read(storm, TERM)).toBe(NOTHING);
  expect(table.read(lund, IS_SIGN_READ)).toBe(0);
  expect(table.read(lund, SIGN_IN_TITLE)).toBe(NOTHING);
  table.write(lund, { fact: SIGN_IN_TEXT, value: 5 });
  expect(table.read(find(table, 'Lund'), SIGN_IN_TEXT)).toBe(5);
});

it('keeps thousands of words apart', () => {
  const table = createWordTable();
  const words = Array.from({ length: 5000 }, (_, n) => `word${n.toString(7)}ü`);
  for (const [term, word] of words.entries()) add(table, word, term);
  for (const [term, word] of words.entries()) expect(termOf(table, word)).toBe(term);
});

it('finds all words of a text together as it finds each: new ones, old ones, and those that come twice', () => {
  const table = createWordTable(HALF);
  for (const [term, word] of ['Lund', 'storm', 'rain'].entries()) add(table, word, term);
  for (let n = 0; n < HALF; n++) {
    table.makeRoom();
    add(table, `word-${n}`, 100 + n);
  }
  const text = 'rain Lund nowhere storm rain';
  const ranges = createWordRanges();
  scanWords(text, { cut: 'spaces', into: ranges });
  const found = new Int32Array(ranges.count);
  table.findAll(text, { ranges, into: found });
  const each = Array.from(found, (_, i) =>
    table.find(text, { start: ranges.starts[i] ?? 0, end: ranges.ends[i] ?? 0 }),
  );
  expect([...found]).toEqual(each);
  expect(each.map((word) => (word === NOTHING ? NOTHING : table.read(word, TERM)))).toEqual([2, 0, NOTHING, 1, 2]);
});

it('keeps what comes again, and never more than two halves', () => {
  const table = createWordTable(HALF);
  const often = add(table, 'often', 100);
  table.write(often, { fact: SIGN_IN_TITLE, value: 3 });
  add(table, 'once', 200);
  for (let n = 0; n < 5 * HALF; n++) {
    table.makeRoom();
    add(table, `word-${n}`, n);
    expect(table.read(find(table, 'often'), SIGN_IN_TITLE)).toBe(3);
  }
  expect(find(table, 'once')).toBe(NOTHING);
  const known = Array.from({ length: 5 * HALF }, (_, n) => termOf(table, `word-${n}`)).filter(
    (term) => term !== NOTHING,
  );
  expect(known.length).toBeGreaterThanOrEqual(HALF - 1);
  expect(known.length).toBeLessThanOrEqual(2 * HALF);
  expect(termOf(table, `word-${5 * HALF - 1}`)).toBe(5 * HALF - 1);
});

it('forgets everything when told to', () => {
  const table = createWordTable();
  add(table, 'often', 1);
  table.clear();
  expect(find(table, 'often')).toBe(NOTHING);
});
