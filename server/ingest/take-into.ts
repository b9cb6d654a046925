// How every source hands in articles: within a transaction of its own, in which it may store more.
import type { Queries } from '../store/database.ts';
import { type Taking, takeArticles } from './take-articles.ts';

type Given = Pick<Taking, 'articles' | 'isExpired' | 'saidBy'>;

export type TakeInto = (queries: Queries, given: Given) => Promise<{ readonly added: number }>;

export function createTakeInto({ now, keepMs }: { readonly now: () => number; readonly keepMs: number }): TakeInto {
  return (queries, given) => takeArticles(queries, { ...given, now, keepSince: now() - keepMs });
}
