// A map from 32-bit whole numbers to others, in a quarter of the memory of `Map` and without its limit of 16 million keys.
//
// Open addressing over a flat array: a key lies at its own place or, where that is taken, in the next free one after it,
// with its value beside it. Large tables grow by a quarter, since half of what doubles stands empty: a key's own place is its
// share of all 32-bit numbers, which needs no power of two. Example: in a table of 20 places a key whose hash is three
// quarters of 2³² has place 15; grown to 25 places, it has place 18.
// Sixteen small tables instead of a large one, so that growing never stops an article for long.

export type IntMap = {
  /** 0 for keys that are not there. */
  readonly get: (key: number) => number;
  /** Any value but 0. */
  readonly set: (key: number, value: number) => void;
  readonly delete: (key: number) => void;
  /** Replaces every value by another, not 0. */
  readonly replaceValues: (replace: (value: number) => number) => void;
};

const TABLES = 16;
/** Past this share of places taken, searches for absent keys get long: 8 steps here, 13 at 0.8. */
const FULL = 0.75;
const GROWTH = 1.25;
/** Places of a table, in 64 kB: below that filling it fast counts more than what stands empty. */
const DOUBLED_BELOW = 8192;
const START = 16;

export function createIntMap(): IntMap {
  const tables = Array.from({ length: TABLES }, () => createTable());
  const tableOf = (key: number) => tables[key & (TABLES - 1)] ?? createTable();
  return {
    get: (key) => tableOf(key).get(key),
    set: (key, value) => tableOf(key).set(key, value),
    delete: (key) => tableOf(key).delete(key),
    replaceValues: (replace) => {
      for (const table of tables) table.replaceValues(replace);
    },
  };
}

/** Multiplies by 2³² over the golden ratio, which spreads keys that have most of their bits in common. */
const SPREAD = 0x9e3779b1;
const HASHES = 2 ** 32;

function createTable(): IntMap {
  let places = START;
  let entries = new Int32Array(2 * START); // key, value; a value of 0 is an empty place
  let size = 0;

  const homeOf = (key: number) => Math.floor(((Math.imul(key, SPREAD) >>> 0) / HASHES) * places);
  const after = (place: number) => (place + 1 === places ? 0 : place + 1);
  const keyAt = (place: number) => entries[2 * place] ?? 0;
  const valueAt = (place: number) => entries[2 * place + 1] ?? 0;

  function put(place: number, key: number, value: number): void {
    entries[2 * place] = key;
    entries[2 * place + 1] = value;
  }

  function placeOf(key: number): number {
    let place = homeOf(key);
    while (valueAt(place) !== 0 && keyAt(place) !== key) place = after(place);
    return place;
  }

  function grow(): void {
    const old = entries;
    places = places < DOUBLED_BELOW ? 2 * places : Math.ceil(places * GROWTH);
    entries = new Int32Array(2 * places);
    for (let at = 0; at < old.length; at += 2) {
      const key = old[at] ?? 0;
      const value = old[at + 1] ?? 0;
      if (value !== 0) put(placeOf(key), key, value);
    }
  }

  return {
    get: (key) => valueAt(placeOf(key)),
    set(key, value) {
      let place = placeOf(key);
      if (valueAt(place) === 0) {
        size++;
        if (size > places * FULL) {
          grow();
          place = placeOf(key);
        }
      }
      put(place, key, value);
    },
    /** Those after it move up, where they may: a gap would end their searches early. */
    delete(key) {
      let gap = placeOf(key);
      if (valueAt(gap) === 0) return;
      size--;
      for (let next = after(gap); valueAt(next) !== 0; next = after(next)) {
        const home = homeOf(keyAt(next));
        const isBetween = gap <= next ? gap < home && home <= next : gap < home || home <= next;
        if (isBetween) continue;
        put(gap, keyAt(next), valueAt(next));
        gap = next;
      }
      put(gap, 0, 0);
    },
    replaceValues(replace) {
      for (let at = 1; at < entries.length; at += 2) if (entries[at] !== 0) entries[at] = replace(entries[at] ?? 0);
    },
  };
}
