// Every term that articles in the window use: its number, in how many articles it occurs, and how rare that makes it.
import { enlarge } from '../enlarge.ts';
import type { SavedTerms } from './saved-terms.ts';
import type { Tuning } from './tuning.ts';

export const LANGUAGES_MAX = 256; // one byte a term

/** Terms of one language are counted against that language's articles; names and numbers against all. */
export const SHARED_LANGUAGE = 0;

export type Lexicon = {
  /** The language's number; a new language gets one. */
  readonly languageOf: (code: string) => number;
  /** Null for a language that no article has had. */
  readonly findLanguage: (code: string) => number | null;
  /** How many languages articles have had. */
  readonly languages: () => number;
  readonly languageCode: (language: number) => string;
  /** The term's number; a new term gets one. `surface` is how the text writes it. */
  readonly intern: (key: string, term: { readonly language: number; readonly surface: string }) => number;
  /** Terms that `use` adds are removed after it: nothing of a page that is only matched stays. */
  readonly withTemporaryTerms: <T>(use: () => T) => T;
  /** Counts one use of the word with a capital inside a sentence. */
  readonly noteCapital: (term: number) => void;
  /** Counts one use of the word without a capital. */
  readonly noteLowercase: (term: number) => void;
  /** Whether sentences mostly write it in lower case: its capitals are those of headlines or of sentence beginnings then. */
  readonly isLowercase: (term: number) => boolean;
  readonly find: (key: string) => number | undefined;
  readonly surface: (term: number) => string;
  /** The key given to `intern`. */
  readonly key: (term: number) => string;
  readonly count: (article: { terms: Int32Array; signs: Int32Array; language: number }, change: 1 | -1) => void;
  /** True when an article in one of these languages has had the sign. */
  readonly occursIn: (sign: number, languages: ReadonlySet<number>) => boolean;
  readonly rarity: (term: number) => number;
  /** What a text's own words (centroid.ts) add to its squared length; like the rarities, it changes with the epoch only. */
  readonly ownSquared: (language: number) => number;
  /** The table behind `rarity`, for inner loops; it is replaced when the lexicon grows. */
  readonly rarities: () => Float32Array;
  readonly size: () => number;
  /** Recomputes all rarities from the counts. */
  readonly refresh: () => void;
  /** The same for a few terms, where recomputing all would take too long. */
  readonly refreshTerms: (terms: Iterable<number>) => void;
  /** Drops terms that no article has and frees their numbers for new ones: without it the lexicon would grow for ever. */
  readonly forget: () => void;
  /** Changes whenever a number may mean another term: term numbers cached before are invalid. */
  readonly generation: () => number;
  /** Changes whenever the rarities do: lengths cached in another epoch are invalid. */
  readonly epoch: () => number;
  readonly save: () => LexiconState;
};

type LexiconTuning = Pick<Tuning, 'pseudoArticles' | 'nameBonus' | 'ownWords'>;

export type LexiconState = {
  readonly codes: readonly string[];
  readonly articles: readonly number[];
  readonly keys: readonly string[];
  readonly surfaces: readonly string[];
  readonly languages: Uint8Array;
  readonly counts: Int32Array;
  readonly capitals: Int32Array;
  readonly lowercases: Int32Array;
  /** Bit masks of languages; the 32nd and later ones share a bit. */
  readonly seenIn: Int32Array;
};

/** As a snapshot gives it: the terms are read from its bytes on demand. */
export type SavedLexicon = Omit<LexiconState, 'keys' | 'surfaces'> & { readonly terms: SavedTerms };

/** In nats: the rarity of words in half of the articles or more. They say almost nothing, but still count as shared. */
const LEAST_RARITY = 0.05;

/** Rarities are recomputed after changes of a twentieth of the articles, but of at least this many. */
const REFRESH_LEAST = 64;

export function createLexicon({ pseudoArticles, nameBonus, ownWords }: LexiconTuning, state?: SavedLexicon): Lexicon {
  const codes = state ? [...state.codes] : ['*'];
  const articles = state ? [...state.articles] : [0];
  const saved = state?.terms;
  /** Null for a term of the snapshot that has not been read yet. */
  const keys = new Array<string | null>(saved?.size ?? 0).fill(null);
  const surfaces = keys.slice();
  /** Terms that are not from the snapshot, by key. */
  const numbers = new Map<string, number>();
  let free = saved?.forgotten() ?? [];
  for (const term of free) keys[term] = FORGOTTEN;
  let capacity = Math.max(1024, keys.length * 2);
  let languages = enlarge(state?.languages, new Uint8Array(capacity));
  let counts = enlarge(state?.counts, new Int32Array(capacity));
  let rarities = new Float32Array(capacity);
  let capitals = enlarge(state?.capitals, new Int32Array(capacity));
  let lowercases = enlarge(state?.lowercases, new Int32Array(capacity));
  let seenIn = enlarge(state?.seenIn, new Int32Array(capacity));
  let changes = 0;
  let epoch = 0;
  /** By language. */
  let owns: number[] = [];
  let generation = 0;
  let temporary: number[] | null = null;

  const rarityOf = (count: number, language: number) => {
    const total = (articles[language] ?? 0) + pseudoArticles;
    return Math.max(LEAST_RARITY, Math.log((total + 1 - count) / (count + 1)));
  };

  const compute = (term: number) => {
    const rarity = rarityOf(counts[term] ?? 0, languages[term] ?? SHARED_LANGUAGE);
    const capital = capitals[term] ?? 0;
    return rarity * (1 + nameBonus * (capital / (capital + (lowercases[term] ?? 0) + 1)));
  };

  const ownOf = (language: number) => ownWords * rarityOf(1, language) ** 2;

  function refresh(): void {
    for (let term = 0; term < keys.length; term++) rarities[term] = compute(term);
    owns = codes.map((_, language) => ownOf(language));
    changes = 0;
    epoch++;
  }

  function findLanguage(code: string): number | null {
    const known = codes.indexOf(code);
    if (known > 0) return known;
    return codes.length >= LANGUAGES_MAX ? SHARED_LANGUAGE : null; // no window holds so many
  }

  function find(key: string): number | undefined {
    const known = numbers.get(key);
    if (known !== undefined || !saved || key === FORGOTTEN) return known;
    const term = saved.find(key);
    return term !== undefined && keyOf(term) === key ? term : undefined; // the snapshot's number may belong to another term by now
  }

  function keyOf(term: number): string {
    const key = keys[term] ?? saved?.key(term) ?? FORGOTTEN;
    keys[term] = key;
    return key;
  }

  function surfaceOf(term: number): string {
    const surface = surfaces[term] ?? saved?.surface(term) ?? '';
    surfaces[term] = surface;
    return surface;
  }

  /** Frees the term's number for another. */
  function drop(term: number): void {
    numbers.delete(keyOf(term));
    keys[term] = FORGOTTEN;
    surfaces[term] = '';
    languages[term] = SHARED_LANGUAGE;
    capitals[term] = 0;
    lowercases[term] = 0;
    seenIn[term] = 0;
  }

  refresh();

  return {
    languageOf(code) {
      const known = findLanguage(code);
      if (known !== null) return known;
      codes.push(code);
      articles.push(0);
      owns[codes.length - 1] = ownOf(codes.length - 1); // now: a value of its first use would depend on when a page is matched
      return codes.length - 1;
    },
    findLanguage,
    languages: () => codes.length - 1,
    languageCode: (language) => codes[language] ?? 'und',
    intern(key, { language, surface }) {
      const known = find(key);
      if (known !== undefined) return known;
      const term = free.pop() ?? keys.length;
      if (term === capacity) {
        capacity *= 2;
        languages = enlarge(languages, new Uint8Array(capacity));
        counts = enlarge(counts, new Int32Array(capacity));
        rarities = enlarge(rarities, new Float32Array(capacity));
        capitals = enlarge(capitals, new Int32Array(capacity));
        lowercases = enlarge(lowercases, new Int32Array(capacity));
        seenIn = enlarge(seenIn, new Int32Array(capacity));
      }
      numbers.set(key, term);
      keys[term] = key;
      surfaces[term] = surface;
      languages[term] = language;
      rarities[term] = compute(term);
      temporary?.push(term);
      return term;
    },
    withTemporaryTerms(use) {
      const size = keys.length;
      const added: number[] = [];
      temporary = added;
      try {
        return use();
      } finally {
        temporary = null;
        for (const term of added.reverse()) {
          drop(term);
          if (term < size) free.push(term); // back in the order before
        }
        keys.length = size;
        surfaces.length = size;
      }
    },
    noteCapital(term) {
      capitals[term] = (capitals[term] ?? 0) + 1;
    },
    noteLowercase(term) {
      lowercases[term] = (lowercases[term] ?? 0) + 1;
    },
    isLowercase: (term) => (lowercases[term] ?? 0) > 0 && (lowercases[term] ?? 0) >= (capitals[term] ?? 0),
    find,
    surface: (term) => (term < surfaces.length ? surfaceOf(term) : ''),
    key: keyOf,
    count({ terms, signs, language }, change) {
      for (const term of terms) counts[term] = (counts[term] ?? 0) + change;
      for (const sign of signs) counts[sign] = (counts[sign] ?? 0) + change;
      if (change > 0) for (const sign of signs) seenIn[sign] = (seenIn[sign] ?? 0) | maskOf(language);
      articles[language] = (articles[language] ?? 0) + change;
      articles[SHARED_LANGUAGE] = (articles[SHARED_LANGUAGE] ?? 0) + change;
      changes++;
      if (changes >= Math.max(REFRESH_LEAST, (articles[SHARED_LANGUAGE] ?? 0) / 20)) refresh();
    },
    occursIn(sign, languages) {
      let mask = 0;
      for (const language of languages) mask |= maskOf(language);
      return ((seenIn[sign] ?? 0) & mask) !== 0;
    },
    rarity: (term) => rarities[term] ?? 0,
    ownSquared: (language) => (owns[language] ??= ownOf(language)),
    rarities: () => rarities,
    size: () => keys.length,
    refresh,
    forget() {
      for (const [term, key] of keys.entries()) {
        if ((counts[term] ?? 0) === 0 && key !== FORGOTTEN) drop(term);
      }
      free = freeNumbers(keys);
      generation++;
    },
    generation: () => generation,
    refreshTerms(terms) {
      for (const term of terms) rarities[term] = compute(term);
      owns = [];
      epoch++;
    },
    epoch: () => epoch,
    save: () => ({
      codes,
      articles,
      keys: keys.map((_, term) => keyOf(term)),
      surfaces: surfaces.map((_, term) => surfaceOf(term)),
      languages: languages.slice(0, keys.length),
      counts: counts.slice(0, keys.length),
      capitals: capitals.slice(0, keys.length),
      lowercases: lowercases.slice(0, keys.length),
      seenIn: seenIn.slice(0, keys.length),
    }),
  };
}

/** Marks a free number; no term has this key. */
const FORGOTTEN = '';

/** In falling order, as the least is reused first: the same whether or not a snapshot was opened in between. */
function freeNumbers(keys: readonly (string | null)[]): number[] {
  const free: number[] = [];
  for (let term = keys.length - 1; term >= 0; term--) if (keys[term] === FORGOTTEN) free.push(term);
  return free;
}

function maskOf(language: number): number {
  return 1 << Math.min(31, language);
}
