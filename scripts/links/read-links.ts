// Reads a labelled list of links, CSV with the columns text, url, handle and is_story, and parts it by the site's handle.
import { foldHash } from '../cluster/fold-hash.ts';
import { readInput } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';

export type LabelledLink = {
  readonly row: number;
  readonly text: string;
  readonly url: string;
  /** The site on whose front page the link stood. */
  readonly handle: string;
  readonly isStory: boolean;
};

export type Part = 'tuning' | 'held-aside';

const FOLD_LINKS = 21;

/** Whole sites are held aside, a third of them: what was learned of one site's addresses is no merit on the same site. */
export function partOf({ handle }: Pick<LabelledLink, 'handle'>): Part {
  return foldHash(handle, FOLD_LINKS) % 3 === 0 ? 'held-aside' : 'tuning';
}

export function readLinks(file: string): LabelledLink[] {
  const [head = [], ...rows] = parseCsv(readInput(file).toString());
  const column = (name: string) => {
    const at = head.indexOf(name);
    if (at < 0) throw unusable(file, `there is no column "${name}"`);
    return at;
  };
  const [text, url, handle, isStory] = ['text', 'url', 'handle', 'is_story'].map(column);
  const cell = (row: readonly string[], at = -1) => row[at] ?? '';
  return rows.map((row, index) => {
    const place = `${file}, row ${index + 1}`; // a row may have several lines
    if (row.length !== head.length) {
      throw unusable(place, `there are ${row.length} cells instead of ${head.length}`);
    }
    const verdict = cell(row, isStory).toLowerCase();
    if (verdict !== 'true' && verdict !== 'false') throw unusable(place, '"is_story" is neither true nor false');
    return {
      row: index,
      text: cell(row, text),
      url: cell(row, url),
      handle: cell(row, handle),
      isStory: verdict === 'true',
    };
  });
}

/** RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
export function parseCsv(content: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of content.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
