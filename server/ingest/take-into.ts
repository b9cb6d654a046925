// How every source of articles hands them in: within a transaction of its own, in which it may store more.
import type { Article } from '../../engine/schema.ts';
import type { Queries } from '../store/database.ts';
import { takeArticles } from './take-articles.ts';

export type TakeInto = (queries: Queries, articles: readonly Article[]) => Promise<{ readonly added: number }>;

export function createTakeInto({ now, keepMs }: { readonly now: () => number; readonly keepMs: number }): TakeInto {
  return (queries, articles) => takeArticles(queries, { articles, now, keepSince: now() - keepMs });
}
