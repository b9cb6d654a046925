// Records that articles were deleted to make room, until a feed brings some: until then deleting more is no use.
import type { Transaction } from './transaction.ts';

const KEY = 'madeRoom';

export async function hasMadeRoom<Mode extends IDBTransactionMode>(transaction: Transaction<Mode>): Promise<boolean> {
  return (await transaction.objectStore('meta').count(KEY)) > 0;
}

export async function noteMadeRoom(transaction: Transaction<'readwrite'>, at: number): Promise<void> {
  await transaction.objectStore('meta').put(at, KEY);
}

export async function forgetMadeRoom(transaction: Transaction<'readwrite'>): Promise<void> {
  await transaction.objectStore('meta').delete(KEY);
}
