// A cache of facts about words (term number, capital, signs), looked up by a word's letters in the text itself, without making
// a string; words that no text has used for long are forgotten, as there is no end of new ones.
//
// Words are added to a young half. When it is full it becomes the old half, and the old half before is forgotten; a word
// found in the old half moves back to the young one. A word is a row of eight numbers in one flat array, its letters are in
// another: an article looks up sixty, and a map from strings to objects took a tenth of the engine's time.
import { enlarge } from '../enlarge.ts';
import type { WordRanges } from '../text/split-words.ts';
import { FNV_PRIME, FNV_START } from './fnv.ts';

/** Words in a half. With 40,000, 3 % of the words of generated leads had to be read anew. A word takes about 57 bytes; past 65,536 the tables double. */
const HALF = 60_000;

/** No word, no term. */
export const NOTHING = -1;

/** Columns: the facts kept of a word. */
export const TERM = 0;
/** 1 where it begins with a capital. */
export const IS_CAPITALISED = 1;
/** 1 once the word's signs have been read (signs.ts); until then they are NOTHING. */
export const IS_SIGN_READ = 2;
export const SIGN_IN_TITLE = 3;
export const SIGN_IN_TEXT = 4;

type Fact = typeof TERM | typeof IS_CAPITALISED | typeof IS_SIGN_READ | typeof SIGN_IN_TITLE | typeof SIGN_IN_TEXT;

type Place = { readonly start: number; readonly end: number };

export type WordTable = {
  /** The number of the word between two places of a text, in exactly this spelling; NOTHING where it is unknown. */
  readonly find: (text: string, place: Place) => number;
  /** The same for all words of a text; `into` must have room for them. */
  readonly findAll: (text: string, words: { readonly ranges: WordRanges; readonly into: Int32Array }) => void;
  /** Adds an unknown word with its term. */
  readonly add: (text: string, word: Place & { readonly term: number }) => number;
  readonly read: (word: number, fact: Fact) => number;
  readonly write: (word: number, written: { readonly fact: Fact; readonly value: number }) => void;
  /** To be called between two articles: forgets the old half when the young one is full. Word numbers from before are invalid. */
  readonly makeRoom: () => void;
  readonly clear: () => void;
};

export function createWordTable(half = HALF): WordTable {
  let young = createShelf();
  let old: Shelf | null = null;
  let hashes = new Int32Array(64);
  /** Reused for each word, to save an object each. */
  const key: WordKey = { text: '', start: 0, end: 0, hash: 0 };

  function setPlace(start: number, end: number): void {
    key.start = start;
    key.end = end;
  }

  /** The word that `key` describes; NOTHING where it is unknown. */
  function seek(hash: number): number {
    key.hash = hash;
    const word = findOn(young, key);
    if (word !== NOTHING || old === null) return word;
    const from = findOn(old, key);
    if (from === NOTHING) return NOTHING;
    const made = addTo(young, key);
    for (let fact = TERM; fact < FACTS; fact++) {
      young.rows[made * ROW + fact] = old.rows[from * ROW + fact] ?? 0;
    }
    return made;
  }

  return {
    find(text, { start, end }) {
      key.text = text;
      setPlace(start, end);
      return seek(hashLetters(key));
    },
    findAll(text, { ranges, into }) {
      const { count, starts, ends } = ranges;
      if (hashes.length < count) hashes = new Int32Array(2 * count);
      key.text = text;
      for (let i = 0; i < count; i++) {
        setPlace(starts[i] ?? 0, ends[i] ?? 0);
        hashes[i] = hashLetters(key);
      }
      lookAhead(young, { hashes: hashes.subarray(0, count), scratch: into });
      for (let i = 0; i < count; i++) {
        setPlace(starts[i] ?? 0, ends[i] ?? 0);
        into[i] = seek(hashes[i] ?? 0);
      }
    },
    add(text, { start, end, term }) {
      const word = addTo(young, { text, start, end, hash: hashLetters({ text, start, end }) });
      const at = word * ROW;
      const first = text.charAt(start);
      young.rows[at + TERM] = term;
      young.rows[at + IS_CAPITALISED] = first === first.toLowerCase() ? 0 : 1;
      young.rows[at + IS_SIGN_READ] = 0;
      young.rows[at + SIGN_IN_TITLE] = NOTHING;
      young.rows[at + SIGN_IN_TEXT] = NOTHING;
      return word;
    },
    read: (word, fact) => young.rows[word * ROW + fact] ?? NOTHING,
    write(word, { fact, value }) {
      young.rows[word * ROW + fact] = value;
    },
    makeRoom() {
      if (young.size < half) return;
      old = young;
      young = createShelf();
    },
    clear() {
      young = createShelf();
      old = null;
    },
  };
}

// ── one half ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A word's row: its facts, then its hash and where its letters are. */
const ROW = 8;
const FACTS = 5;
const HASH = 5;
const LETTERS_FROM = 6;
const LETTERS_TO = 7;

/** `places`: open addressing with linear probing, word number + 1 at its hash or in the next free place; at most half are taken. */
type Shelf = { size: number; places: Int32Array; rows: Int32Array; letters: Uint16Array; lettersUsed: number };

const START = 128;
const LETTERS_START = 8;

function createShelf(): Shelf {
  return {
    size: 0,
    places: new Int32Array(2 * START),
    rows: new Int32Array(ROW * START),
    letters: new Uint16Array(LETTERS_START * START),
    lettersUsed: 0,
  };
}

type WordKey = { text: string; start: number; end: number; hash: number };

/** FNV-1a by UTF-16 units, with the upper bits mixed into the lower ones, which choose the place. */
function hashLetters({ text, start, end }: Pick<WordKey, 'text' | 'start' | 'end'>): number {
  let hash = FNV_START;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

function findOn({ places, rows, letters }: Shelf, { text, start, end, hash }: WordKey): number {
  const mask = places.length - 1;
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const word = (places[place] ?? 0) - 1;
    if (word < 0) return NOTHING;
    const at = word * ROW;
    if (rows[at + HASH] !== hash) continue;
    const from = rows[at + LETTERS_FROM] ?? 0;
    if ((rows[at + LETTERS_TO] ?? 0) - from !== end - start) continue;
    let i = 0;
    while (start + i < end && letters[from + i] === text.charCodeAt(start + i)) i++;
    if (start + i === end) return word;
  }
}

/** Touches what the searches for these hashes will read, one step for all of them at a time, so that their cache misses overlap. */
function lookAhead(
  { places, rows, letters }: Shelf,
  { hashes, scratch }: { readonly hashes: Int32Array; readonly scratch: Int32Array },
): void {
  const mask = places.length - 1;
  for (let i = 0; i < hashes.length; i++) scratch[i] = places[(hashes[i] ?? 0) & mask] ?? 0;
  for (let i = 0; i < hashes.length; i++)
    scratch[i] = rows[Math.max(0, (scratch[i] ?? 0) - 1) * ROW + LETTERS_FROM] ?? 0;
  for (let i = 0; i < hashes.length; i++) scratch[i] = letters[scratch[i] ?? 0] ?? 0;
}

function addTo(shelf: Shelf, { text, start, end, hash }: WordKey): number {
  const word = shelf.size++;
  if (2 * shelf.size > shelf.places.length) grow(shelf);
  if (shelf.lettersUsed + end - start > shelf.letters.length) {
    shelf.letters = enlarge(shelf.letters, new Uint16Array(2 * shelf.letters.length + end - start));
  }
  const at = word * ROW;
  shelf.rows[at + HASH] = hash;
  shelf.rows[at + LETTERS_FROM] = shelf.lettersUsed;
  for (let i = start; i < end; i++) shelf.letters[shelf.lettersUsed++] = text.charCodeAt(i);
  shelf.rows[at + LETTERS_TO] = shelf.lettersUsed;
  enter(shelf, word);
  return word;
}

function grow(shelf: Shelf): void {
  shelf.places = new Int32Array(2 * shelf.places.length);
  shelf.rows = enlarge(shelf.rows, new Int32Array(2 * shelf.rows.length));
  for (let word = 0; word < shelf.size - 1; word++) enter(shelf, word);
}

function enter({ places, rows }: Shelf, word: number): void {
  const mask = places.length - 1;
  let place = (rows[word * ROW + HASH] ?? 0) & mask;
  while (places[place] !== 0) place = (place + 1) & mask;
  places[place] = word + 1;
}
