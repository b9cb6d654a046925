// A map from 32-bit whole numbers to others, in a quarter of the memory of `Map` and without its limit of 16 million keys.
//
// Open addressing over two flat arrays: a key lies at its own place or, where that is taken, in the next free one after it.
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
/** Past this share of places taken, searches for absent keys get long. */
const FULL = 0.7;
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

function createTable(): IntMap {
  let keys = new Int32Array(START);
  let values = new Int32Array(START);
  let size = 0;

  const homeOf = (key: number) => (key >>> 4) & (keys.length - 1);

  function placeOf(key: number): number {
    let place = homeOf(key);
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & (keys.length - 1);
    return place;
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Int32Array(oldKeys.length * 2);
    values = new Int32Array(oldKeys.length * 2);
    for (const [at, value] of oldValues.entries()) {
      if (value === 0) continue;
      const place = placeOf(oldKeys[at] ?? 0);
      keys[place] = oldKeys[at] ?? 0;
      values[place] = value;
    }
  }

  return {
    get: (key) => values[placeOf(key)] ?? 0,
    set(key, value) {
      let place = placeOf(key);
      if (values[place] === 0) {
        size++;
        if (size > keys.length * FULL) {
          grow();
          place = placeOf(key);
        }
      }
      keys[place] = key;
      values[place] = value;
    },
    /** Those after it move up, where they may: a gap would end their searches early. */
    delete(key) {
      let gap = placeOf(key);
      if (values[gap] === 0) return;
      size--;
      const last = keys.length - 1;
      for (let next = (gap + 1) & last; values[next] !== 0; next = (next + 1) & last) {
        const home = homeOf(keys[next] ?? 0);
        const isBetween = gap <= next ? gap < home && home <= next : gap < home || home <= next;
        if (isBetween) continue;
        keys[gap] = keys[next] ?? 0;
        values[gap] = values[next] ?? 0;
        gap = next;
      }
      values[gap] = 0;
    },
    replaceValues(replace) {
      for (const [at, value] of values.entries()) if (value !== 0) values[at] = replace(value);
    },
  };
}
