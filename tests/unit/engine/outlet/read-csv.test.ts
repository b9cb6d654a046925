// CSV as spreadsheets and people write it: quotes, line breaks, and the line number of each record.
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../engine/outlet/read-csv.ts';
import { createRandom, makeText } from './invented-outlets.ts';

const cellsOf = (text: string, delimiter = ',') => [...readCsv(text, delimiter)].map(({ cells }) => cells);
const linesOf = (text: string) => [...readCsv(text, ',')].map(({ line }) => line);

describe('readCsv', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    ['nothing', '', []],
    ['one cell', 'a', [['a']]],
    [
      'cells',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a line end at the end', 'a,b\n', [['a', 'b']]],
    [
      'Windows line ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['old Mac line ends', 'a\rb', [['a'], ['b']]],
    ['blank lines', '\na\n\n \nb\n', [['a'], ['b']]],
    [
      'empty cells',
      ',a,\n,',
      [
        ['', 'a', ''],
        ['', ''],
      ],
    ],
    ['spaces are kept', ' a , b', [[' a ', ' b']]],
    ['quotes', '"a,b","c"', [['a,b', 'c']]],
    ['doubled quotes', '"say ""a""",b', [['say "a"', 'b']]],
    ['nothing but quotes', '""""', [['"']]],
    ['an empty quoted cell', '"",b', [['', 'b']]],
    ['a line end in quotes', '"a\r\nb",c\nd', [['a\r\nb', 'c'], ['d']]],
    ['a quote inside a cell', 'a"b",c', [['a"b"', 'c']]],
    ['space after quotes', '"a" ,b', [['a', 'b']]],
    ['text after quotes', '"a"b,c', [['ab', 'c']]],
  ])('%s', (_, text, expected) => expect(cellsOf(text)).toEqual(expected));

  it('understands other delimiters', () => {
    expect(cellsOf('a;"b;c";1,5', ';')).toEqual([['a', 'b;c', '1,5']]);
    expect(cellsOf('a\tb', '\t')).toEqual([['a', 'b']]);
  });
  it.each<[string, readonly number[]]>([
    ['a\nb\nc', [1, 2, 3]],
    ['a\r\nb\r\nc', [1, 2, 3]],
    ['\n\na\n\nb', [3, 5]],
    ['"a\nb\nc",d\ne', [1, 4]],
    ['"a\r\nb"\r\nc', [1, 3]],
  ])('numbers %j', (text, lines) => expect(linesOf(text)).toEqual(lines));

  it('says when a quoted cell never ends', () => {
    const records = [...readCsv('a\n"b\nc', ',')];
    expect(records).toEqual([
      { line: 1, cells: ['a'], isComplete: true },
      { line: 2, cells: ['b\nc'], isComplete: false },
    ]);
  });
  it('ends on any text, and gives back cells that were quoted', () => {
    const random = createRandom(5);
    for (let round = 0; round < 1000; round++) {
      const cells = [`x${makeText(random)}`, `y${makeText(random)}"\r\n,`];
      [...readCsv(cells.join('"'), ',')].forEach(({ line }) => {
        expect(line).toBeGreaterThan(0);
      });
      expect(cellsOf(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))).toEqual([cells]);
    }
  });
});
