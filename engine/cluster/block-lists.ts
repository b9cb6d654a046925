// Many growing lists of article slots in one array, read from their newest entry back.
//
// A list is a chain of blocks, each twice as long as the one before up to a cache line or two, so that a word of one
// article costs four numbers and a frequent one is read in a few jumps. A block's first number is where the block
// before it lies. How full a list is tells how many blocks it has, since their lengths are always the same:
//   3 entries [–|a b c], then 7 [↑|d e f g h i j], then 15, then 31 for ever; 12 entries fill two blocks and two of the third.
import { enlarge } from '../enlarge.ts';

export type BlockLists = {
  readonly append: (list: number, slot: number) => void;
  /** The newest slot of each list, -1 for none: what is read first of many lists, so that memory is waited for once. */
  readonly readNewest: (lists: Int32Array, into: Int32Array) => void;
  /**
   * The rows of the newest entries, newest first, at most `most`, those below 0 passed over and slots below `from` left
   * unread; returns how many were put into `into`. Slots must have been appended in rising order.
   */
  readonly readLiving: (list: number, query: LivingQuery) => number;
  /** Replaces each slot by what stands at it in `renumbered`; -1 takes it out. */
  readonly sweep: (renumbered: Int32Array) => void;
};

type LivingQuery = {
  /** By slot. */
  readonly rows: Int32Array;
  readonly from: number;
  readonly most: number;
  readonly into: Int32Array;
};

/** `heads`: of each list its size and where its newest block lies, side by side, since both are asked for together. */
type Store = { pool: Int32Array; used: number; heads: Int32Array };

const HEAD = 2;
const TAIL = 1;

const FIRST = 3;
const LARGEST = 31;
/** The blocks of lengths below the largest, and the entries in them. */
const SMALL_BLOCKS = 3;
const SMALL_ENTRIES = 3 + 7 + 15;
const NO_BLOCK = -1;
/** By which share of itself the pool grows. It is a tenth of all memory, and half of what is added stands empty on average. */
const GROWTH = 0.1;
/** A quarter of a megabyte: small steps would copy a new window's pool over and over. */
const GROWTH_LEAST = 1 << 16;

export function createBlockLists(): BlockLists {
  let store = createStore(1024, 4096);
  return {
    append: (list, slot) => append(store, list, slot),
    readNewest: (lists, into) => readNewest(store, lists, into),
    readLiving: (list, query) => readLiving(store, list, query),
    sweep(renumbered) {
      const lists = store.heads.length / HEAD;
      const swept = createStore(lists, store.used);
      const entries: number[] = [];
      for (let list = 0; list < lists; list++) {
        entries.length = 0;
        walk(store, list, (slot) => entries.push(renumbered[slot] ?? NO_BLOCK));
        for (let slot = entries.pop(); slot !== undefined; slot = entries.pop()) {
          if (slot >= 0) append(swept, list, slot);
        }
      }
      store = swept;
    },
  };
}

function createStore(lists: number, capacity: number): Store {
  return { pool: new Int32Array(capacity), used: 0, heads: new Int32Array(HEAD * lists) };
}

function append(store: Store, list: number, slot: number): void {
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

function roomFor({ pool }: Store): number {
  return Math.max(GROWTH_LEAST, Math.ceil(pool.length * GROWTH));
}

function readNewest({ pool, heads }: Store, lists: Int32Array, into: Int32Array): void {
  for (let i = 0; i < lists.length; i++) {
    const head = HEAD * (lists[i] ?? 0);
    const size = head < heads.length ? (heads[head] ?? 0) : 0;
    into[i] = size === 0 ? NO_BLOCK : (pool[(heads[head + TAIL] ?? 0) + filledOf(size)] ?? NO_BLOCK);
  }
}

function readLiving({ pool, heads }: Store, list: number, { rows, from, most, into }: LivingQuery): number {
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
}

function walk({ pool, heads }: Store, list: number, read: (slot: number) => void): void {
  const head = HEAD * list;
  const size = heads[head] ?? 0;
  if (size === 0) return;
  let index = blockOf(size);
  let filled = filledOf(size);
  for (let block = heads[head + TAIL] ?? NO_BLOCK; block !== NO_BLOCK; block = pool[block] ?? NO_BLOCK) {
    for (let i = block + filled; i > block; i--) read(pool[i] ?? 0);
    filled = lengthOf(--index);
  }
}

/** The newest block's number, of a list of so many entries. */
function blockOf(size: number): number {
  if (size <= 3) return 0;
  if (size <= 10) return 1;
  if (size <= SMALL_ENTRIES) return 2;
  return SMALL_BLOCKS + Math.ceil((size - SMALL_ENTRIES) / LARGEST) - 1;
}

/** How much of the newest block is filled. */
function filledOf(size: number): number {
  if (size <= 3) return size;
  if (size <= 10) return size - 3;
  if (size <= SMALL_ENTRIES) return size - 10;
  return ((size - SMALL_ENTRIES - 1) % LARGEST) + 1;
}

function lengthOf(block: number): number {
  return block >= SMALL_BLOCKS ? LARGEST : ((FIRST + 1) << block) - 1;
}
