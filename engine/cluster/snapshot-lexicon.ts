// The lexicon's part of a snapshot: terms, how they are written, and their counts.
import { type ByteReader, DamagedBytes } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { LANGUAGES_MAX, type LexiconState, type SavedLexicon } from './lexicon.ts';
import { createSavedTerms } from './saved-terms.ts';

export function writeLexicon(out: ByteWriter, { codes, articles, ...terms }: LexiconState): void {
  out.texts(codes);
  for (const count of articles) out.natural(count);
  const stems = terms.keys.map((key, term) => key.slice(stemStart(codes, terms.languages[term] ?? 0)));
  out.texts(stems);
  const shared = stems.map((stem, term) => (terms.languages[term] ? countShared(stem, terms.surfaces[term] ?? '') : 0));
  out.texts(terms.surfaces.map((surface, term) => surface.slice(shared[term])));
  for (let term = 0; term < stems.length; term++) {
    const language = terms.languages[term] ?? 0;
    const capitals = terms.capitals[term] ?? 0;
    out.natural(2 * language + (capitals > 0 ? 1 : 0));
    if (capitals > 0) out.natural(capitals);
    if (language > 0) out.natural(shared[term] ?? 0);
    out.natural(terms.counts[term] ?? 0);
    out.natural(terms.lowercases[term] ?? 0);
    if (language === 0) out.int(terms.seenIn[term] ?? 0);
  }
}

export function readLexicon(source: ByteReader): SavedLexicon {
  const codes = source.texts();
  if (codes[0] !== '*' || codes.length > LANGUAGES_MAX) throw new DamagedBytes('no languages');
  const articles = codes.map(() => source.natural());
  const stems = source.lazyTexts();
  const endings = source.lazyTexts();
  if (endings.size !== stems.size) throw new DamagedBytes('words without a spelling');
  const count = stems.size;
  const languages = new Uint8Array(count);
  const shared = new Int32Array(count);
  const counts = new Int32Array(count);
  const capitals = new Int32Array(count);
  const lowercases = new Int32Array(count);
  const seenIn = new Int32Array(count);
  for (let term = 0; term < count; term++) {
    const kind = source.natural();
    const language = Math.floor(kind / 2);
    if (language >= codes.length) throw new DamagedBytes('no such language');
    languages[term] = language;
    if (kind % 2 === 1) capitals[term] = source.natural();
    if (language > 0) shared[term] = source.natural();
    counts[term] = source.natural();
    lowercases[term] = source.natural();
    if (language === 0) seenIn[term] = source.int();
  }
  const prefixes = codes.map((code, language) => (language === 0 ? '' : `${code}:`));
  const terms = createSavedTerms({ prefixes, languages: languages.slice(), stems, shared, endings });
  return { codes, articles, terms, languages, counts, capitals, lowercases, seenIn };
}

/** Keys of a language's words begin with its code and a colon; keys of signs and numbers, shared by all languages, do not. */
function stemStart(codes: readonly string[], language: number): number {
  return language === 0 ? 0 : (codes[language] ?? '').length + 1;
}

/** Letters that stem and surface begin with in common: a word mostly begins like its stem, so only its rest is written. */
function countShared(stem: string, surface: string): number {
  let shared = 0;
  while (shared < stem.length && stem[shared] === surface[shared]) shared++;
  return shared;
}
