// Reads a labelled list of links, CSV with the columns text, url, handle and is_story, and splits it by the site's handle.
import { readCsv } from '../../engine/outlet/read-csv.ts';
import { foldHash } from '../cluster/fold-hash.ts';
import { readInput } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';

export type LabelledLink = {
  readonly row: number;
  readonly text: string;
  readonly url: string;
  /** The site whose front page contains the link. */
  readonly handle: string;
  readonly isStory: boolean;
};

export type Part = 'tuning' | 'held-aside';

const FOLD_LINKS = 21;

/** A third of the sites is held out, as a whole: what was learned from a site's addresses must not be tested on the same site. */
export function partOf({ handle }: Pick<LabelledLink, 'handle'>): Part {
  return foldHash(handle, FOLD_LINKS) % 3 === 0 ? 'held-aside' : 'tuning';
}

/** As programs and spreadsheets write it; anything else counts as no. */
const YES = /^(?:true|yes|1)$/i;

/** Every record is a link, even one with missing or extra cells, or without a label, so that each gets a decision. */
export function readLinks(file: string): LabelledLink[] {
  const [head, ...records] = readCsv(readInput(file).toString(), ',');
  const names = (head?.cells ?? []).map((name) => name.trim()); // trimming also removes a byte order mark
  const unended = records.find(({ isComplete }) => !isComplete);
  if (unended !== undefined) throw unusable('a quoted cell never ends', { place: `${file}, line ${unended.line}` });
  const column = (name: string) => {
    const at = names.indexOf(name);
    if (at < 0) throw unusable(`there is no column "${name}"`, { place: file });
    return at;
  };
  const [text, url, handle, isStory] = ['text', 'url', 'handle', 'is_story'].map(column);
  const cell = (row: readonly string[], at = -1) => row[at] ?? '';
  return records.map(({ cells: row }, index) => ({
    row: index,
    text: cell(row, text),
    url: cell(row, url),
    handle: cell(row, handle),
    isStory: YES.test(cell(row, isStory).trim()),
  }));
}
