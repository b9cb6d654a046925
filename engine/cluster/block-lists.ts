// Many growing lists of article slots in one array, read from their newest entry back.
//
// A list is a chain of blocks, each about twice as long as the one before, up to two cache lines: a word of one article
// takes four numbers, and a frequent word is read in a few jumps. A block's first number is the place of the block before
// it. Block lengths are the same for all lists, so a list's size tells how many blocks it has:
//   3 entries [–|a b c], then 7 [↑|d e f g h i j], then 15, then always 31; 12 entries fill two blocks and two places of the third.
import { enlarge } from '../enlarge.ts';

export type BlockLists = {
  readonly append: (list: number, slot: number) => void;
  /** The newest slot of each list, -1 for none. Read for all lists at once, so that their cache misses overlap. */
  readonly readNewest: (lists: Int32Array, into: Int32Array) => void;
  /**
   * Writes the rows of the list's entries into `into`, newest first, and returns how many: at most `most`, without rows below
   * 0, and only down to the slot `from`. Slots must have been appended in ascending order.
   */
  readonly readLiving: (list: number, query: LivingQuery) => number;
  /** Replaces each slot by its new number, `renumbered[slot]`; -1 removes it. */
  readonly sweep: (renumbered: Int32Array) => void;
};

type LivingQuery = {
  /** By slot. */
  readonly rows: Int32Array;
  readonly from: number;
  readonly most: number;
  readonly into: Int32Array;
};

/** `heads`: for each list its size and the place of its newest block, side by side, since both are read together. */
type Store = { pool: Int32Array; used: number; heads: Int32Array };

const HEAD = 2;
const TAIL = 1;

const FIRST = 3;
const LARGEST = 31;
/** The number of blocks shorter than the largest, and of entries in them. */
const SMALL_BLOCKS = 3;
const SMALL_ENTRIES = 3 + 7 + 15;
const NO_BLOCK = -1;
/** The share by which the pool grows. It takes a tenth of all memory, and half of what is added stays empty on average. */
const GROWTH = 0.1;
/** In numbers, a quarter of a megabyte: smaller steps would copy a new window's pool over and over. */
const GROWTH_LEAST = 1 << 16;

export function createBlockLists(): BlockLists {
  let store = createStore(1024, 4096);

  function append(list: number, slot: number): void {
    const head = HEAD * list;
    if (head >= store.heads.length) {
      store.heads = enlarge(store.heads, new Int32Array(Math.max(2 * store.heads.length, head + HEAD)));
    }
    const size = store.heads[head] ?? 0;
    let filled = size === 0 ? 0 : filledOf(size);
    const length = size === 0 ? 0 : lengthOf(blockOf(size));
    if (filled === length) {
      const next = lengthOf(size === 0 ? 0 : blockOf(size) + 1);
      const end = store.used + next + 1;
      if (end > store.pool.length) store.pool = enlarge(store.pool, new Int32Array(store.pool.length + roomFor(store)));
      store.pool[store.used] = size === 0 ? NO_BLOCK : (store.heads[head + TAIL] ?? NO_BLOCK);
      store.heads[head + TAIL] = store.used;
      store.used = end;
      filled = 0;
    }
    store.pool[(store.heads[head + TAIL] ?? 0) + 1 + filled] = slot;
    store.heads[head] = size + 1;
  }

  return {
    append,
    readNewest(lists, into) {
      const { pool, heads } = store;
      for (let i = 0; i < lists.length; i++) {
        const head = HEAD * (lists[i] ?? 0);
        const size = head < heads.length ? (heads[head] ?? 0) : 0;
        into[i] = size === 0 ? NO_BLOCK : (pool[(heads[head + TAIL] ?? 0) + filledOf(size)] ?? NO_BLOCK);
      }
    },
    readLiving(list, { rows, from, most, into }) {
      const { pool, heads } = store;
      const head = HEAD * list;
      const size = head < heads.length ? (heads[head] ?? 0) : 0;
      if (size === 0) return 0;
      let count = 0;
      let index = blockOf(size);
      let filled = filledOf(size);
      for (let block = heads[head + TAIL] ?? NO_BLOCK; block !== NO_BLOCK; block = pool[block] ?? NO_BLOCK) {
        for (let i = block + filled; i > block; i--) {
          const slot = pool[i] ?? 0;
          if (slot < from) return count;
          const row = rows[slot] ?? NO_BLOCK;
          if (row < 0) continue;
          into[count++] = row;
          if (count === most) return count;
        }
        filled = lengthOf(--index);
      }
      return count;
    },
    sweep(renumbered) {
      const old = store;
      const lists = old.heads.length / HEAD;
      store = createStore(lists, old.used);
      for (let list = 0; list < lists; list++) {
        for (const slot of readAll(old, list)) {
          const next = renumbered[slot] ?? NO_BLOCK;
          if (next >= 0) append(list, next);
        }
      }
    },
  };
}

function createStore(lists: number, capacity: number): Store {
  return { pool: new Int32Array(capacity), used: 0, heads: new Int32Array(HEAD * lists) };
}

function roomFor({ pool }: Store): number {
  return Math.max(GROWTH_LEAST, Math.ceil(pool.length * GROWTH));
}

/** All slots of the list, oldest first. */
function readAll({ pool, heads }: Store, list: number): number[] {
  const slots: number[] = [];
  const head = HEAD * list;
  const size = heads[head] ?? 0;
  if (size === 0) return slots;
  let index = blockOf(size);
  let filled = filledOf(size);
  for (let block = heads[head + TAIL] ?? NO_BLOCK; block !== NO_BLOCK; block = pool[block] ?? NO_BLOCK) {
    for (let i = block + filled; i > block; i--) slots.push(pool[i] ?? 0);
    filled = lengthOf(--index);
  }
  return slots.reverse();
}

/** The number, from 0, of the newest block of a list with so many entries. */
function blockOf(size: number): number {
  if (size <= 3) return 0;
  if (size <= 10) return 1;
  if (size <= SMALL_ENTRIES) return 2;
  return SMALL_BLOCKS + Math.ceil((size - SMALL_ENTRIES) / LARGEST) - 1;
}

/** The number of entries in the newest block. */
function filledOf(size: number): number {
  if (size <= 3) return size;
  if (size <= 10) return size - 3;
  if (size <= SMALL_ENTRIES) return size - 10;
  return ((size - SMALL_ENTRIES - 1) % LARGEST) + 1;
}

function lengthOf(block: number): number {
  return block >= SMALL_BLOCKS ? LARGEST : ((FIRST + 1) << block) - 1;
}
