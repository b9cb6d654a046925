// Reads the raw tables: comma- or tab-separated text with a header line, quotes as in RFC 4180.
import { readCsv } from '../../engine/outlet/read-csv.ts';

export type Row = Record<string, string>;

/** One object per line, keyed by the header's names; missing cells are empty. */
export function parseTable(text: string, separator: ',' | '\t'): Row[] {
  const [header = [], ...lines] =
    separator === ',' ? Array.from(readCsv(text, ','), ({ cells }) => cells) : splitPlain(text);
  return lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()])));
}

function splitPlain(text: string): (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
