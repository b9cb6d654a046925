// Parses a rating pack in CSV, as spreadsheets export it:
//
//   # name: My ratings
//   # rater: Ada
//   # date: 2026
//   outlet,value,source
//   example.org,lean left,https://ada.test/why
//   daily.example,1.5,
//
// Required: the columns outlet (or domain) and value, and a date for the table or for each row. Values are the seven step names or
// numbers from −3 to 3; with "# rates: factuality" the six steps of factual reporting. The delimiter is a comma, semicolon or tab.
import { err, ok, type Result } from '../result.ts';
import { FACTUALITY_STEPS, HttpUrl, type RatingPack } from '../schema.ts';
import {
  clip,
  createProblemList,
  IMPORT_ENTRIES_MAX,
  type Imported,
  type ImportProblem,
  problemAt,
  type Why,
  why,
} from './import-problem.ts';
import { toImportedPackId } from './imported-pack-id.ts';
import { parseOutletKey } from './outlet-key.ts';
import { createCsvScale, parseCsvValue } from './rating-csv-scale.ts';
import { isRatingDate } from './rating-date.ts';
import { type CsvRecord, readCsv } from './read-csv.ts';

/** Heading `kind` of a table of own ratings saved by write-rating-csv.ts. */
export const OWN_KIND = 'own-ratings';

const HEADINGS = ['kind', 'name', 'rater', 'rates', 'date', 'terms', 'source'] as const;
type Headings = ReadonlyMap<string, { readonly line: number; readonly value: string }>;
type Values = RatingPack['values'];

export function parseRatingCsv(file: {
  readonly fileName: string;
  readonly text: string;
}): Result<Imported<RatingPack>, ImportProblem[]> {
  const headings = readHeadings(file.text);
  const rates = headings.get('rates') ?? { line: 1, value: 'bias' };
  if (rates.value !== 'bias' && rates.value !== 'factuality') {
    return err([problemAt(rates.line, why('unknown-rates', clip(rates.value)))]);
  }
  const date = headings.get('date') ?? { line: 1, value: '' };
  if (date.value !== '' && !isRatingDate(date.value)) {
    return err([problemAt(date.line, why('bad-date', clip(date.value)))]);
  }
  const table = readTable({ text: file.text, rates: rates.value, date: date.value });
  if (!table.ok) return table;
  const name = (headings.get('name')?.value || file.fileName.replace(/\.[a-z]{2,4}$/i, '')).slice(0, 120);
  const pack: RatingPack = {
    format: 'parallax-ratings-1',
    id: toImportedPackId({ name, rates: rates.value }),
    name,
    rater: (headings.get('rater')?.value || name).slice(0, 120),
    rates: rates.value,
    scale: createCsvScale(rates.value, Object.values(table.value.values)),
    terms: (headings.get('terms')?.value || 'Not stated.').slice(0, 2000),
    source: (headings.get('source')?.value || file.fileName).slice(0, 500),
    date: date.value || table.value.lastDate,
    values: table.value.values,
  };
  const { problems, skipped } = table.value;
  return ok({ pack, problems, skipped, hasOwnRatings: headings.get('kind')?.value === OWN_KIND });
}

/** Lines such as `# name: …` before the table; spreadsheets may have quoted them or padded them with commas. */
function readHeadings(text: string): Headings {
  const headings = new Map<string, { line: number; value: string }>();
  const lines = text.split(/\r\n|\r|\n/, 100);
  for (const [index, line] of lines.entries()) {
    const match = /^"?#\s*([a-z]+)\s*:\s*(.*)$/i.exec(line);
    const key = match?.[1]?.toLowerCase() ?? '';
    if (HEADINGS.some((heading) => heading === key))
      headings.set(key, { line: index + 1, value: trimFilling(match?.[2] ?? '') });
  }
  return headings;
}

/** A loop, because a pattern takes quadratic time on a line of commas. */
function trimFilling(text: string): string {
  let end = text.length;
  while (end > 0 && /[",;\s]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

type Table = Omit<Imported<RatingPack>, 'pack' | 'hasOwnRatings'> & {
  readonly values: Values;
  readonly lastDate: string;
};
type TableParts = { readonly text: string; readonly rates: RatingPack['rates']; readonly date: string };

function readTable({ text, rates, date }: TableParts): Result<Table, ImportProblem[]> {
  const rows = readRows(text);
  const first = rows.next();
  if (first.done) return err([problemAt(1, why('no-table'))]);
  const columns = findColumns(first.value);
  if (columns === null) return err([problemAt(first.value.line, why('no-columns'))]);
  const problems = createProblemList();
  const values = new Map<string, Values[string]>();
  let rowCount = 0;
  let lastDate = '';
  for (const row of rows) {
    if (++rowCount > IMPORT_ENTRIES_MAX) return err([problemAt(row.line, why('too-many-entries', IMPORT_ENTRIES_MAX))]);
    const parsed = parseRow({ row, columns, rates, date });
    if (!parsed.ok) problems.add(parsed.error, () => row.line);
    else if (values.has(parsed.value.key)) {
      problems.add(why('rated-twice', clip(parsed.value.key)), () => row.line);
    } else {
      values.set(parsed.value.key, parsed.value.entry);
      if (parsed.value.date > lastDate) lastDate = parsed.value.date;
    }
  }
  return ok({ values: Object.fromEntries(values), problems: problems.list(), skipped: problems.count(), lastDate });
}

/** Lines outside the table: comments, and the "sep=;" that Excel writes. */
const ASIDE = /^"?(?:#|sep=)/i;

function* readRows(text: string): Generator<CsvRecord> {
  const head = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '' && !ASIDE.test(line)) ?? '';
  const delimiter = [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  for (const record of readCsv(text, delimiter)) if (!ASIDE.test(record.cells[0]?.trimStart() ?? '')) yield record;
}

type Columns = { readonly outlet: number; readonly value: number; readonly date: number; readonly source: number };

function findColumns({ cells }: CsvRecord): Columns | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const outlet = names.findIndex((name) => name === 'outlet' || name === 'domain');
  const value = names.indexOf('value');
  if (outlet === -1 || value === -1) return null;
  return { outlet, value, date: names.indexOf('date'), source: names.indexOf('source') };
}

type RowParts = Omit<TableParts, 'text'> & { readonly row: CsvRecord; readonly columns: Columns };
type ParsedRow = { readonly key: string; readonly entry: Values[string]; readonly date: string };

function parseRow({ row, columns, rates, date }: RowParts): Result<ParsedRow, Why> {
  if (!row.isComplete) return err(why('open-quote'));
  const read = (column: number) => row.cells[column]?.trim() ?? '';
  const key = parseOutletKey(read(columns.outlet));
  if (key === null) return err(why('no-outlet', clip(read(columns.outlet))));
  const value = parseCsvValue(rates, read(columns.value));
  if (value === null) return err(explainValue(rates, clip(read(columns.value))));
  const rowDate = read(columns.date);
  if (rowDate !== '' && !isRatingDate(rowDate)) return err(why('bad-date', clip(rowDate)));
  if (rowDate === '' && date === '') return err(why('no-date'));
  const source = read(columns.source);
  if (source !== '' && !HttpUrl.safeParse(source).success) return err(why('bad-address', clip(source)));
  const details = { ...(rowDate === '' ? {} : { date: rowDate }), ...(source === '' ? {} : { source }) };
  const entry = Object.keys(details).length === 0 ? value : { value, ...details };
  return ok({ key, entry, date: rowDate });
}

function explainValue(rates: RatingPack['rates'], found: string): Why {
  return rates === 'bias' ? why('no-bias', found) : why('no-factuality', found, FACTUALITY_STEPS.join(', '));
}
