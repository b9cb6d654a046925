// The articles' part of a snapshot: texts in columns of their own, which are read fastest, then the rest article by article.
import { isArticleId } from '../ids.ts';
import { type ByteReader, DamagedBytes } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { NOWHERE } from './clusterer-state.ts';
import type { Dense } from './dense.ts';
import { createListingReader } from './packed-text.ts';
import type { Postings } from './postings.ts';
import type { ArticleRecord } from './records.ts';
import { checkId } from './snapshot-ids.ts';

/** In order of arrival. */
export function writeArticles(out: ByteWriter, articles: readonly ArticleRecord[]): void {
  out.texts(articles.map(({ id }) => id));
  out.byteTexts(articles.map(({ packed }) => packed));
  out.wideTexts(articles.map(({ words }) => words));
  const outlets = createNumbering(articles.map(({ outletId }) => outletId));
  const credits = createNumbering(articles.map(({ credit }) => credit ?? ''));
  out.texts(outlets.names);
  out.texts(credits.names);
  let last = 0;
  for (const record of articles) {
    out.natural(outlets.numberOf(record.outletId));
    const isPlain = record.credit === null && record.sample === null && record.dense === null; // as most articles from feeds are
    out.natural(2 * record.language + (isPlain ? 0 : 1));
    out.natural(record.titleLength);
    out.int32(record.contentHash);
    last = writeTime(out, { at: record.at, last });
    if (isPlain) continue;
    out.natural(credits.numberOf(record.credit ?? ''));
    out.natural(record.sample?.step ?? 0);
    if (record.sample) out.ascending(record.sample.hashes);
    out.natural(record.dense?.length ?? 0);
    for (const component of record.dense ?? []) out.int(component);
  }
}

/** The articles are listed in `postings` and in no cluster yet (`NOWHERE`). `terms`: the number of terms in the lexicon. */
export function readArticles(
  source: ByteReader,
  { terms, postings }: { readonly terms: number; readonly postings: Pick<Postings, 'add'> },
): ArticleRecord[] {
  const listing = createListingReader();
  const ids = source.texts();
  const texts = source.byteTexts();
  const words = source.wideTexts();
  if (texts.length !== ids.length || words.length !== ids.length) throw new DamagedBytes('articles without a text');
  const outlets = source.texts();
  const credits = source.texts();
  let last = 0;
  return ids.map((id, slot) => {
    const outletId = outlets[source.natural()];
    const kind = source.natural();
    const language = Math.floor(kind / 2);
    const titleLength = source.natural();
    const contentHash = source.int32();
    const at = readTime(source, last);
    if (!Number.isNaN(at)) last = at;
    const isPlain = kind % 2 === 0;
    const credit = isPlain ? '' : credits[source.natural()];
    const step = isPlain ? 0 : source.natural();
    const sample = step === 0 ? null : { step, hashes: source.ascending() };
    const dense = isPlain ? null : readDense(source);
    const packed = texts[slot] ?? '';
    const opening = words[slot] ?? '';
    if (!listing.read(packed, terms)) throw new DamagedBytes('no such term');
    if (outletId === undefined || credit === undefined) throw new DamagedBytes('no such outlet');
    if (titleLength > opening.length) throw new DamagedBytes('a title longer than all words');
    postings.add(slot, listing.probes());
    return {
      id: checkId(isArticleId, id),
      slot,
      outletId,
      at,
      language,
      credit: credit || null,
      packed,
      size: listing.size(),
      words: opening,
      titleLength,
      sample,
      dense,
      contentHash,
      cluster: NOWHERE,
      family: null,
    };
  });
}

function readDense(source: ByteReader): Dense | null {
  const length = source.size();
  return length === 0 ? null : Int8Array.from({ length }, () => source.int());
}

const UNDATED = 0;
const FRACTION = 1;
const WHOLE = 2;

/** Whole milliseconds as the difference from the article before, which is small in a stream. Returns the new `last`. */
function writeTime(out: ByteWriter, { at, last }: { readonly at: number; readonly last: number }): number {
  if (Number.isNaN(at)) {
    out.natural(UNDATED);
    return last;
  }
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(4 * (at - last))) {
    out.natural(FRACTION);
    out.float64(at);
    return at;
  }
  const step = at - last;
  out.natural(WHOLE + (step < 0 ? -2 * step - 1 : 2 * step));
  return at;
}

function readTime(source: ByteReader, last: number): number {
  const kind = source.natural();
  if (kind === UNDATED) return Number.NaN;
  if (kind === FRACTION) return source.float64();
  const step = kind - WHOLE;
  return last + (step % 2 === 1 ? -(step + 1) / 2 : step / 2);
}

function createNumbering(values: readonly string[]) {
  const numbers = new Map<string, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  return { names: [...numbers.keys()], numberOf: (value: string) => numbers.get(value) ?? 0 };
}
