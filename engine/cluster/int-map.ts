// A map from 32-bit whole numbers to others, in a quarter of the memory of `Map` and without its limit of 16 million keys.
//
// Open addressing with linear probing over a flat array: a key's home is its hash scaled to the number of places; where that
// is taken, it lies in the next free place, with its value beside it. Scaling needs no power of two, so large tables grow by
// a quarter instead of doubling, which would leave more places empty. Example: a key whose hash is three quarters of 2³² has
// place 15 in a table of 20 places, and place 18 in one of 25.
// There are sixteen small tables instead of a large one, so that growing never delays a single article for long.

export type IntMap = {
  /** 0 for keys that are not there. */
  readonly get: (key: number) => number;
  /** The same for many keys. All homes are read before the first search, so that their cache misses overlap. */
  readonly getAll: (keys: Int32Array, into: Int32Array) => void;
  /** Any value but 0. */
  readonly set: (key: number, value: number) => void;
  readonly delete: (key: number) => void;
  /** Replaces every value by another, not 0. */
  readonly replaceValues: (replace: (value: number) => number) => void;
};

const TABLES = 16;
/** Load factor; above it searches for absent keys get long: 8 steps here, 13 at 0.8. */
const FULL = 0.75;
const GROWTH = 1.25;
/** Tables with fewer places (64 kB) double: while they are small, speed matters more than empty places. */
const DOUBLED_BELOW = 8192;
const START = 16;

/** `expected`: the number of keys soon to come, where it is known; the map grows beyond it. */
export function createIntMap(expected = 0): IntMap {
  const places = Math.max(START, Math.ceil(expected / TABLES / FULL));
  const tables = Array.from(
    { length: TABLES },
    (): Table => ({ places, entries: new Int32Array(2 * places), size: 0 }),
  );
  const [first] = tables;
  if (!first) throw new Error('a map without tables');
  const tableOf = (key: number) => tables[key & (TABLES - 1)] ?? first;

  function get(key: number): number {
    const table = tableOf(key);
    return table.entries[2 * placeOf(table, key) + 1] ?? 0;
  }

  return {
    get,
    getAll(keys, into) {
      for (let i = 0; i < keys.length; i++) {
        const { entries, places } = tableOf(keys[i] ?? 0);
        into[i] = entries[2 * homeOf(keys[i] ?? 0, places) + 1] ?? 0;
      }
      for (let i = 0; i < keys.length; i++) if (into[i] !== 0) into[i] = get(keys[i] ?? 0);
    },
    set(key, value) {
      const table = tableOf(key);
      const place = claimPlace(table, key);
      table.entries[2 * place] = key;
      table.entries[2 * place + 1] = value;
    },
    delete: (key) => deleteIn(tableOf(key), key),
    replaceValues(replace) {
      for (const { entries } of tables) {
        for (let at = 1; at < entries.length; at += 2) if (entries[at] !== 0) entries[at] = replace(entries[at] ?? 0);
      }
    },
  };
}

/** `entries`: key, value; a value of 0 is an empty place. */
type Table = { places: number; entries: Int32Array; size: number };

/** 2³² over the golden ratio (Fibonacci hashing): as a factor it spreads keys that have most bits in common. */
const SPREAD = 0x9e3779b1;
const HASHES = 2 ** 32;

function homeOf(key: number, places: number): number {
  return Math.floor(((Math.imul(key, SPREAD) >>> 0) / HASHES) * places);
}

/** The key's place, or the empty place where it would be put. */
function placeOf({ places, entries }: Table, key: number): number {
  let place = homeOf(key, places);
  while (entries[2 * place + 1] !== 0 && entries[2 * place] !== key) place = place + 1 === places ? 0 : place + 1;
  return place;
}

function grow(table: Table): void {
  const { entries: old, places } = table;
  table.places = places < DOUBLED_BELOW ? 2 * places : Math.ceil(places * GROWTH);
  table.entries = new Int32Array(2 * table.places);
  for (let at = 0; at < old.length; at += 2) {
    const key = old[at] ?? 0;
    const value = old[at + 1] ?? 0;
    if (value === 0) continue;
    const place = placeOf(table, key);
    table.entries[2 * place] = key;
    table.entries[2 * place + 1] = value;
  }
}

/** The key's place, where it has a value or is about to get one: a key that is not there is counted, and the table grows for it. */
function claimPlace(table: Table, key: number): number {
  const place = placeOf(table, key);
  if (table.entries[2 * place + 1] !== 0) return place;
  table.size++;
  if (table.size <= table.places * FULL) return place;
  grow(table);
  return placeOf(table, key);
}

/** Moves later keys of the run into the gap, where their homes allow it: a gap would end searches for them early. */
function deleteIn(table: Table, key: number): void {
  const { entries, places } = table;
  const after = (place: number) => (place + 1 === places ? 0 : place + 1);
  let gap = placeOf(table, key);
  if (entries[2 * gap + 1] === 0) return;
  table.size--;
  for (let next = after(gap); entries[2 * next + 1] !== 0; next = after(next)) {
    const home = homeOf(entries[2 * next] ?? 0, places);
    const isBetween = gap <= next ? gap < home && home <= next : gap < home || home <= next;
    if (isBetween) continue;
    entries.copyWithin(2 * gap, 2 * next, 2 * next + 2);
    gap = next;
  }
  entries.fill(0, 2 * gap, 2 * gap + 2);
}
