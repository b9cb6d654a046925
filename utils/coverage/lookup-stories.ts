// Answers from the stored rows alone, without the engine: lookups by URL, a story's coverage, the latest stories.
import { computeCoverage } from '../../engine/coverage/compute-coverage.ts';
import type { StoryId } from '../../engine/ids.ts';
import { foldName } from '../../engine/outlet/outlet-search.ts';
import type { CoverageError, StoriesQuery } from '../../engine/ports.ts';
import { ok, type Result } from '../../engine/result.ts';
import type { Coverage, StorySummary } from '../../engine/schema.ts';
import { readArticle, readMembers, readStoryIdsOfOutlet } from '../store/articles.ts';
import type { Store } from '../store/database.ts';
import type { LiveStory, StoredArticle } from '../store/records.ts';
import { findSurvivor, readLatestOf, readStory, scanLatestStories } from '../store/stories.ts';
import { readWith, type Transaction } from '../store/transaction.ts';
import { toUrlArticleId } from './article-id-of-url.ts';
import type { OnDeviceDeps } from './on-device-deps.ts';
import { tryToSummarize } from './try-to-summarize.ts';

type Parts = Pick<OnDeviceDeps, 'store' | 'ratings'>;

/** Keyed by the URLs as given. One read transaction, and a second only after ratings have changed. */
export async function lookupStories(
  parts: Parts,
  urls: readonly string[],
): Promise<Result<ReadonlyMap<string, StorySummary>, CoverageError>> {
  const [key, found] = await Promise.all([
    parts.ratings.key(),
    parts.store.run(
      readWith(['articles', 'stories'], async (transaction) => {
        const storyIds = await findStoryIds(transaction, urls);
        const rows = await Promise.all([...new Set(storyIds.values())].map((id) => readRow(transaction, id)));
        return { storyIds, rows: new Map(rows.map((row) => [row.askedId, row])) };
      }),
    ),
  ]);
  if (!found.ok) return found;
  const { storyIds, rows } = found.value;
  const summaries = await bringUpToDate(parts, { key, rows: [...rows.values()] });
  if (!summaries.ok) return summaries;
  return ok(
    new Map(
      [...storyIds].flatMap(([url, askedId]) => {
        const summary = summaries.value.get(rows.get(askedId)?.storyId ?? askedId);
        return summary === undefined ? [] : [[url, summary] as const];
      }),
    ),
  );
}

/** Keyed by the ids as given, without ids that are unknown or expired. */
export async function summarizeStories(
  parts: Parts,
  ids: readonly StoryId[],
): Promise<Result<ReadonlyMap<StoryId, StorySummary>, CoverageError>> {
  const key = await parts.ratings.key();
  const rows = await parts.store.run(
    readWith(['stories'], (transaction) => Promise.all(ids.map((id) => readRow(transaction, id)))),
  );
  if (!rows.ok) return rows;
  const summaries = await bringUpToDate(parts, { key, rows: rows.value });
  if (!summaries.ok) return summaries;
  return ok(
    new Map(
      rows.value.flatMap(({ askedId, storyId }) => {
        const summary = summaries.value.get(storyId);
        return summary === undefined ? [] : [[askedId, summary] as const];
      }),
    ),
  );
}

/** Null when the id is unknown or expired; a merged story answers with the one it lives on in. */
export async function readCoverage(parts: Parts, id: StoryId): Promise<Result<Coverage | null, CoverageError>> {
  const found = await readStoryMembers(parts.store, id);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  return ok(computeCoverage({ ...found.value, ...(await parts.ratings.load()) }));
}

type StoryMembers = { readonly storyId: StoryId; readonly members: readonly StoredArticle[] };

/** Of the story that this one lives on in; null when the id is unknown or expired. */
export async function readStoryMembers(store: Store, id: StoryId): Promise<Result<StoryMembers | null, CoverageError>> {
  return await store.run(
    readWith(['articles', 'stories'], async (transaction) => {
      const storyId = await findSurvivor(transaction, id);
      const members = await readMembers(transaction, storyId);
      return members.length === 0 ? null : { storyId, members };
    }),
  );
}

/** Latest first. With a text, the stories whose headline has each of its words. */
export async function readLatestStories(
  parts: Parts,
  query: StoriesQuery,
): Promise<Result<readonly StorySummary[], CoverageError>> {
  const key = await parts.ratings.key();
  const found = await parts.store.run(
    readWith(['articles', 'stories'], (transaction) => findLatest(transaction, query)),
  );
  if (!found.ok) return found;
  const rows = found.value.map((story): Row => ({ askedId: story.id, storyId: story.id, story }));
  const summaries = await bringUpToDate(parts, { key, rows });
  if (!summaries.ok) return summaries;
  return ok(rows.map(({ storyId }) => summaries.value.get(storyId)).filter((summary) => summary !== undefined));
}

/** An outlet's stories are read by its index: it has some hundreds of tens of thousands. */
async function findLatest(transaction: Transaction<'readonly'>, query: StoriesQuery): Promise<LiveStory[]> {
  const { outletId, limit } = query;
  if (limit <= 0) return [];
  if (outletId !== undefined) {
    const own = await readLatestOf(transaction, await readStoryIdsOfOutlet(transaction, outletId));
    return own.filter((story) => isAsked(story, query)).slice(0, limit);
  }
  const latest: LiveStory[] = [];
  await scanLatestStories(transaction, (story) => {
    if (isAsked(story, query)) latest.push(story);
    return latest.length < limit;
  });
  return latest;
}

function isAsked({ summary }: LiveStory, { outletsMin = 0, text }: StoriesQuery): boolean {
  if (summary.outlets < outletsMin) return false;
  const title = foldName(summary.title);
  return foldName(text ?? '')
    .split(/\s+/)
    .every((word) => title.includes(word));
}

async function findStoryIds(
  transaction: Transaction<'readonly'>,
  urls: readonly string[],
): Promise<ReadonlyMap<string, StoryId>> {
  const found = await Promise.all(
    [...new Set(urls)].map(async (url) => {
      const articleId = toUrlArticleId(url);
      return { url, article: articleId === null ? null : await readArticle(transaction, articleId) };
    }),
  );
  return new Map(found.flatMap(({ url, article }) => (article === null ? [] : [[url, article.storyId] as const])));
}

/** `story`: the stored row; null where it is missing or damaged, and the members have to be read instead. */
type Row = { readonly askedId: StoryId; readonly storyId: StoryId; readonly story: LiveStory | null };

async function readRow(transaction: Transaction<'readonly'>, askedId: StoryId): Promise<Row> {
  const storyId = await findSurvivor(transaction, askedId);
  const story = await readStory(transaction, storyId);
  return { askedId, storyId, story: story?.mergedInto === null ? story : null };
}

/** Summaries under the ratings in use (`key`): the stored ones where they were made under these, others computed from members. */
async function bringUpToDate(
  { store, ratings }: Parts,
  { key, rows }: { readonly key: string; readonly rows: readonly Row[] },
): Promise<Result<ReadonlyMap<StoryId, StorySummary>, CoverageError>> {
  const summaries = new Map<StoryId, StorySummary>();
  const old: StoryId[] = [];
  for (const { storyId, story } of rows) {
    if (story?.ratedBy === key) summaries.set(storyId, story.summary);
    else old.push(storyId);
  }
  if (old.length === 0) return ok(summaries);
  const inUse = await ratings.load();
  const members = await store.run(
    readWith(['articles'], (transaction) =>
      Promise.all(old.map(async (id) => [id, await readMembers(transaction, id)] as const)),
    ),
  );
  if (!members.ok) return members;
  for (const [id, found] of members.value) {
    const summary = found.length > 0 ? tryToSummarize({ storyId: id, members: found, ...inUse }) : null;
    if (summary !== null) summaries.set(id, summary);
  }
  return ok(summaries);
}
