// Reads CSV text record by record with its line numbers, after RFC 4180.
//
// Not papaparse, the one well-maintained library: it adds 20 kB (workers, streams, type guessing) to the background worker and does
// not report the line on which a multi-line record begins, which every error message needs.

export type CsvRecord = {
  /** Line on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** False for a record with an unterminated quoted cell, which is the last one. */
  readonly isComplete: boolean;
};

/** Line ends are LF, CRLF or CR. Blank lines are skipped. A quote inside an unquoted cell is an ordinary character. */
export function* readCsv(text: string, delimiter: string): Generator<CsvRecord> {
  let index = 0;
  let line = 1;
  while (index < text.length) {
    const start = line;
    const cells: string[] = [];
    let isComplete = true;
    for (;;) {
      const isQuoted = text[index] === '"';
      const cell = isQuoted ? readQuoted(text, index + 1) : { value: '', end: index, lines: 0, isComplete: true };
      const end = findCellEnd(text, { from: cell.end, delimiter });
      // Spaces after a closing quote are dropped; any other text there is kept.
      const rest = text.slice(cell.end, end);
      cells.push(isQuoted ? cell.value + rest.trimEnd() : rest);
      line += cell.lines;
      isComplete &&= cell.isComplete;
      index = end + 1;
      if (text[end] !== delimiter) {
        if (text[end] === '\r' && text[index] === '\n') index++;
        line++;
        break;
      }
    }
    if (cells.length > 1 || cells[0]?.trim() !== '') yield { line: start, cells, isComplete };
  }
}

type CellRest = { readonly from: number; readonly delimiter: string };

function findCellEnd(text: string, { from, delimiter }: CellRest): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

type QuotedCell = {
  readonly value: string;
  /** Index after the closing quote. */
  readonly end: number;
  readonly lines: number;
  readonly isComplete: boolean;
};

function readQuoted(text: string, from: number): QuotedCell {
  let end = text.indexOf('"', from);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const raw = text.slice(from, end === -1 ? text.length : end);
  const lines = raw.match(/\r\n|\r|\n/g)?.length ?? 0;
  return { value: raw.replaceAll('""', '"'), end: end === -1 ? text.length : end + 1, lines, isComplete: end !== -1 };
}
