// Reads the raw tables: comma or tab separated text with a header line, quotes as in RFC 4180.

export type Row = Record<string, string>;

/** One object a line, by the header's names; cells that a line lacks are empty. */
export function parseTable(text: string, separator: ',' | '\t'): Row[] {
  const [header = [], ...lines] = separator === ',' ? splitQuoted(text) : splitPlain(text);
  return lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()])));
}

function splitPlain(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

function splitQuoted(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endLine = () => {
    cells.push(cell);
    if (cells.length > 1 || cell !== '') lines.push(cells);
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += char;
    else if (char === ',') {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') endLine();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return lines;
}
