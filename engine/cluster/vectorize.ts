// Turns an article's words into numbered, weighted terms, and into signs that other languages share.
import type { ClusterArticle } from '../ports.ts';
import { cutAtBar } from '../text/cut-at-bar.ts';
import { createLanguageRules, type LanguageRule } from '../text/language-rules.ts';
import { inOnePiece } from '../text/one-piece.ts';
import {
  createWordRanges,
  findInnerCapitals,
  scanWords,
  type WordRanges,
  withPlainFigures,
} from '../text/split-words.ts';
import { isNumber, toTermKey } from '../text/term-key.ts';
import { type Lexicon, SHARED_LANGUAGE } from './lexicon.ts';
import { createSignReader, type ReadSigns, type ReadText } from './signs.ts';
import { createTermSums } from './term-sums.ts';
import type { Tuning } from './tuning.ts';
import { toWeight } from './weights.ts';
import { createWordTable, IS_CAPITALISED, NOTHING, TERM, type WordTable } from './word-table.ts';

export type Vector = {
  readonly language: number;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly signs: Int32Array;
};

export type PageVector = Omit<Vector, 'signs'>;

export type Vectorizer = {
  /** Reads an article; its language, its words and their spelling are added to the lexicon. */
  readonly readArticle: (article: Readable) => Vector;
  /**
   * Calls `use` with a page's vector and signs. Nothing of the page is kept: what a reader opens is not recorded, and
   * articles' places do not depend on it.
   */
  readonly readPage: <T>(page: Readable, use: (read: ReadPage) => T) => T;
};

export type ReadPage = {
  /** Null for a page in a language that no article has. */
  readonly vector: PageVector | null;
  /** How the page itself writes each term. */
  readonly surfaces: ReadonlyMap<number, string>;
  /** The page's signs (signs.ts), each as the page writes it; read on demand. */
  readonly readSigns: () => ReadonlyMap<number, string>;
};

/** Share of capitalised words from which on a title is in title case, where capitals do not show which words are names. */
const TITLE_CASE_SHARE = 0.7;

export type Readable = Pick<ClusterArticle, 'title' | 'lead' | 'lang' | 'body'>;

type LanguageCache = { readonly rule: LanguageRule; readonly words: WordTable; readonly readSigns: ReadSigns };

type Reading = {
  /** Null for a language that no article has: its words are no terms. */
  readonly language: number | null;
  readonly rule: LanguageRule;
  /** The language's words by their spelling; new ones are added. */
  readonly words: WordTable;
  /** Called for the title, unless it is in title case, and for the text. */
  readonly note?: (read: ReadText) => void;
  /** Filled with how the text writes each term. */
  readonly surfaces?: Map<number, string>;
};

/** A text and its words; reused for each text. */
type Scratch = { text: string; readonly ranges: WordRanges; words: Int32Array };

export function createVectorizer(lexicon: Lexicon, tuning: Tuning): Vectorizer {
  const rules = createLanguageRules();
  const known = new Map<string, LanguageCache>();
  const title = createScratch();
  const text = createScratch();
  const counts = createTermSums();
  let generation = lexicon.generation();

  function toTerm(word: string, { language, rule }: Pick<Reading, 'language' | 'rule'>): number {
    if (language === null) return NOTHING;
    const key = toTermKey(word, { lang: lexicon.languageCode(language), rule });
    if (key === null) return NOTHING;
    return lexicon.intern(key, { language: isNumber(word) ? SHARED_LANGUAGE : language, surface: word });
  }

  function cacheOf(lang: string): LanguageCache {
    const there = known.get(lang);
    if (there) return there;
    const rule = rules(lang);
    const words = createWordTable();
    const readSigns = createSignReader({ lexicon, lang, rule, table: words });
    const made = { rule, words, readSigns };
    known.set(lang, made);
    return made;
  }

  /** Counts how words are written. Capitals count only inside a sentence, since its first word has one in any case. */
  function noteCases({ text, ranges, words }: ReadText, table: WordTable): void {
    for (let i = 0; i < ranges.count; i++) {
      const word = words[i] ?? NOTHING;
      const term = table.read(word, TERM);
      if (term !== NOTHING && table.read(word, IS_CAPITALISED) === 0) lexicon.noteLowercase(term);
    }
    findInnerCapitals({ text, words: ranges }, (start, end) => {
      const word = table.find(text, { start, end });
      const term = word === NOTHING ? NOTHING : table.read(word, TERM);
      if (term !== NOTHING) lexicon.noteCapital(term);
    });
  }

  function readInto(into: Scratch, { reading, weight }: { readonly reading: Reading; readonly weight: number }): void {
    const { text, ranges } = into;
    const { rule, words, surfaces } = reading;
    scanWords(text, { cut: rule.cut, into: ranges });
    if (into.words.length < ranges.count) into.words = new Int32Array(2 * ranges.count);
    words.findAll(text, { ranges, into: into.words });
    for (let i = 0; i < ranges.count; i++) {
      const start = ranges.starts[i] ?? 0;
      const end = ranges.ends[i] ?? 0;
      let word = into.words[i] ?? NOTHING;
      if (word === NOTHING) word = words.find(text, { start, end }); // a new word that the text has a second time
      if (word === NOTHING) {
        word = words.add(text, { start, end, term: toTerm(inOnePiece(text.slice(start, end)), reading) });
      }
      into.words[i] = word;
      const term = words.read(word, TERM);
      if (term === NOTHING) continue;
      counts.add(term, weight);
      if (surfaces && !surfaces.has(term)) surfaces.set(term, text.slice(start, end));
    }
  }

  /** The vector of title and text together; leaves the words of both in `title` and `text`, for the signs. */
  function readVector(article: Readable, reading: Reading) {
    title.text = withPlainFigures(cutAtBar(article.title));
    readInto(title, { reading, weight: tuning.titleWeight });
    if (!isTitleCase(title, reading.words)) reading.note?.(title);
    text.text = withPlainFigures(toText(article).slice(0, tuning.readCharacters));
    readInto(text, { reading, weight: 1 });
    reading.note?.(text);
    const { terms, sums: weights } = counts.take();
    for (let i = 0; i < weights.length; i++) weights[i] = toWeight(weights[i] ?? 1);
    return { terms, weights };
  }

  return {
    readArticle(article) {
      if (generation !== lexicon.generation()) {
        for (const { words } of known.values()) words.clear();
        generation = lexicon.generation();
      }
      const language = lexicon.languageOf(article.lang);
      const { rule, words, readSigns } = cacheOf(article.lang);
      words.makeRoom();
      const note = (read: ReadText) => noteCases(read, words);
      const { terms, weights } = readVector(article, { language, rule, words, note });
      return { language, terms, weights, signs: readSigns(title, text) };
    },
    readPage(page, use) {
      const { lang } = page;
      const language = lexicon.findLanguage(lang);
      return lexicon.withTemporaryTerms(() => {
        const surfaces = new Map<number, string>();
        const table = createWordTable(); // of its own, since the page's term numbers become invalid
        const rule = rules(lang);
        const { terms, weights } = readVector(page, { language, rule, words: table, surfaces });
        const readSigns = () => {
          const signs = new Map<number, string>();
          createSignReader({ lexicon, lang, rule, table, surfaces: signs })(title, text);
          return signs;
        };
        return use({ vector: language === null ? null : { language, terms, weights }, surfaces, readSigns });
      });
    },
  };
}

function createScratch(): Scratch {
  return { text: '', ranges: createWordRanges(), words: new Int32Array(64) };
}

function isTitleCase({ ranges, words }: ReadText, table: WordTable): boolean {
  let capitalised = 0;
  for (let i = 0; i < ranges.count; i++) capitalised += table.read(words[i] ?? NOTHING, IS_CAPITALISED);
  return ranges.count > 3 && capitalised / ranges.count > TITLE_CASE_SHARE;
}

/** Lead and body, the lead only once: a feed's summary is often the beginning of the body. */
export function toText(article: Pick<ClusterArticle, 'lead' | 'body'>): string {
  const body = article.body ?? '';
  if (!body || !article.lead) return article.lead || body;
  return body.slice(0, 200).startsWith(article.lead.slice(0, 60)) ? body : `${article.lead}\n${body}`;
}
