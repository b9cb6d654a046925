// Pages of story lists; each page starts, by an index, where the previous one ended.
import * as z from 'zod/mini';
import type { StoriesView } from '../../engine/api.ts';
import { EpochMs, type OutletId, StoryId } from '../../engine/ids.ts';
import { StorySummary } from '../../engine/schema.ts';
import type { Queries } from './database.ts';
import { foldWords } from './fold-words.ts';
import { SERVING } from './generations.ts';
import { IS_SHOWN } from './stories.ts';

/** The last story of a page; the next page starts after it. */
export const StoriesCursor = z.object({ reports: z.number(), updatedAt: EpochMs, id: StoryId });
export type StoriesCursor = z.infer<typeof StoriesCursor>;

export type StoriesPageQuestion = {
  readonly view: StoriesView;
  readonly limit: number;
  readonly after: StoriesCursor | null;
  /** Only stories updated since then; needed for `top`, which would otherwise show the biggest stories of all time. */
  readonly since?: EpochMs;
  readonly outletsMin?: number;
  readonly outletId?: OutletId;
  /** Every word of it must be in the story's headline. */
  readonly text?: string;
  /** The country of more than half of the story's located outlets. */
  readonly country?: string;
  readonly side?: 'left' | 'right';
};

export type StoriesPage = { readonly stories: readonly StorySummary[]; readonly next: StoriesCursor | null };

export async function readStories({ query }: Queries, question: StoriesPageQuestion): Promise<StoriesPage> {
  const { view, limit, after, since, outletsMin, outletId, text, country, side } = question;
  const params: unknown[] = [];
  const param = (value: unknown) => `$${params.push(value)}`;
  const conditions = [`generation = ${SERVING}`, IS_SHOWN];
  if (since !== undefined) conditions.push(`updated_at >= ${param(since)}`);
  if (outletsMin !== undefined) conditions.push(`cardinality(outlet_ids) >= ${param(outletsMin)}`);
  if (outletId !== undefined) conditions.push(`outlet_ids @> ${param([outletId])}::text[]`);
  if (text !== undefined) conditions.push(`words @> ${param(foldWords(text))}::text[]`);
  if (country !== undefined) conditions.push(`home_country = ${param(country)}`);
  if (view === 'local') conditions.push('home_country is not null');
  if (view === 'blindspot') conditions.push(`blindspot_sides <> '{}'`);
  if (side !== undefined) conditions.push(`blindspot_sides @> ${param([side])}::text[]`);
  const isByReports = view === 'top';
  if (after !== null) {
    const { reports, updatedAt, id } = after;
    const isBehind = `(updated_at < ${param(updatedAt)} or (updated_at = $${params.length} and id > ${param(id)}))`;
    conditions.push(
      isByReports ? `(reports < ${param(reports)} or (reports = $${params.length} and ${isBehind}))` : isBehind,
    );
    // Lets the index start at the right place: the conditions above alone would be checked row by row.
    conditions.push(isByReports ? `reports <= ${param(reports)}` : `updated_at <= ${param(updatedAt)}`);
  }
  const rows = await query(
    `select id, summary, reports, updated_at as "updatedAt" from stories where ${conditions.join(' and ')}
    order by ${isByReports ? 'reports desc, ' : ''}updated_at desc, id limit ${param(limit + 1)}`,
    params,
  );
  const page = rows.slice(0, limit);
  return {
    // A damaged one is left out, so that it does not break its page and the context of every story.
    stories: page.flatMap(({ summary }) => StorySummary.safeParse(summary).data ?? []),
    next: rows.length > limit ? StoriesCursor.parse(page.at(-1)) : null,
  };
}
