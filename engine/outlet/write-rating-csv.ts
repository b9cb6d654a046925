// Writes own ratings as the table that parse-rating-csv.ts reads:
//
//   # kind: own-ratings
//   # name: My ratings
//   # date: 2026-11-28
//   outlet,name,value,date
//   example.org,"Example, The",lean left,2026-05-31
import { BIAS_MAX, BIAS_STEPS } from '../bias-scale.ts';
import { OWN_KIND } from './parse-rating-csv.ts';

export type OwnPlace = {
  readonly id: string;
  /** For people who read the table; ignored by the parser. */
  readonly name: string;
  readonly bias: number;
  /** Null if unknown; the table's date applies then. */
  readonly date: string | null;
};

type RatingTable = { readonly name: string; readonly date: string; readonly places: readonly OwnPlace[] };

/** Begins with a byte order mark, by which spreadsheets recognise UTF-8. */
export function writeRatingCsv({ name, date, places }: RatingTable): string {
  const rows = places.map((place) => [place.id, toPlainName(place.name), toValue(place.bias), place.date ?? '']);
  const lines = [['outlet', 'name', 'value', 'date'], ...rows].map((cells) => cells.map(toCell).join(','));
  return `\ufeff# kind: ${OWN_KIND}\r\n# name: ${name}\r\n# date: ${date}\r\n${lines.join('\r\n')}\r\n`;
}

const toValue = (bias: number) => BIAS_STEPS[bias + BIAS_MAX]?.replace('-', ' ') ?? String(bias);

/** One line that a spreadsheet does not execute as a formula: names may come from imported files. */
const toPlainName = (name: string) => name.replace(/\s+/g, ' ').replace(/^[\s=+@-]+/, '');

const toCell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
