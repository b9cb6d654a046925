// Writes stories and their members straight into a database, as ingest and clustering would, for tests and benchmarks.
import { summarizeStory } from '../../../engine/coverage/compute-coverage.ts';
import type { StoryMember } from '../../../engine/coverage/story-member.ts';
import type { StoryId } from '../../../engine/ids.ts';
import { ENGINE_VERSION } from '../../../engine/version.ts';
import type { Catalogue } from '../../../server/catalogue.ts';
import { readMatchTerms } from '../../../server/match/match-terms.ts';
import { insertArticles } from '../../../server/store/articles.ts';
import type { Database, Queries } from '../../../server/store/database.ts';
import { foldWords } from '../../../server/store/fold-words.ts';
import { createGeneration } from '../../../server/store/generations.ts';
import { writeMatchTerms } from '../../../server/store/match-terms.ts';

export type FilledStory = { readonly id: StoryId; readonly members: readonly StoryMember[] };

const STORIES_AT_ONCE = 400;

/** Creates a serving generation if there is none. */
export async function fillIndex(
  database: Database,
  { stories, catalogue }: { readonly stories: Iterable<FilledStory>; readonly catalogue: Catalogue },
): Promise<void> {
  const [serving] = await database.query("select id from generations where state = 'serving'");
  if (serving === undefined) {
    await database.transaction((queries) => createGeneration(queries, { engineVersion: ENGINE_VERSION, now: () => 0 }));
  }
  let batch: FilledStory[] = [];
  const flush = async () => {
    const filled = batch;
    batch = [];
    await database.transaction(async (queries) => {
      const members = filled.flatMap((story) => story.members);
      await insertArticles(
        queries,
        members.map(({ familyId, ...article }) => ({ ...article, body: null, formerTitles: [], shard: 'all' })),
      );
      await writeMatchTerms(queries, readMatchTerms(members));
      await writePlaces(queries, filled);
      await writeStories(queries, filled, catalogue);
    });
  };
  for (const story of stories) {
    if (batch.push(story) >= STORIES_AT_ONCE) await flush();
  }
  await flush();
}

async function writePlaces(queries: Queries, stories: readonly FilledStory[]): Promise<void> {
  const rows = stories.flatMap(({ id, members }) => members.map((one) => ({ a: one.id, s: id, f: one.familyId })));
  await queries.query(
    `insert into places (generation, article_id, story_id, family_id)
     select generations.id, one.a, one.s, one.f
     from generations, jsonb_to_recordset($1::jsonb) as one (a text, s text, f text) where state = 'serving'`,
    [JSON.stringify(rows)],
  );
}

async function writeStories(queries: Queries, stories: readonly FilledStory[], catalogue: Catalogue): Promise<void> {
  const rows = stories.map(({ id, members }) => {
    const summary = summarizeStory({ storyId: id, members, ...catalogue });
    const outletIds = [...new Set(members.map(({ outletId }) => outletId))];
    const countries = outletIds.map((outletId) => catalogue.rater.rate(outletId).country);
    const home = countries.find((one) => countries.filter((other) => other === one).length * 2 > countries.length);
    return {
      id,
      summary,
      articles: summary.articles,
      reports: summary.reports,
      at: summary.updatedAt,
      sides: summary.blindspots.map(({ side }) => side),
      home: home ?? null,
      outlets: outletIds,
      words: foldWords(summary.title),
    };
  });
  await queries.query(
    `insert into stories (generation, id, shard, summary, articles, reports, updated_at, blindspot_sides, home_country,
       outlet_ids, words)
     select generations.id, one.id, 'all', one.summary, one.articles, one.reports, one.at, one.sides, one.home,
       one.outlets, one.words
     from generations, jsonb_to_recordset($1::jsonb) as one (id text, summary json, articles int, reports int, at bigint,
       sides text[], home text, outlets text[], words text[])
     where state = 'serving'`,
    [JSON.stringify(rows)],
  );
}

/** As after a merge: the old id leads to the other story. */
export async function mergeStory(database: Database, from: StoryId, into: StoryId): Promise<void> {
  await database.query('update places set story_id = $2 where story_id = $1', [from, into]);
  await database.query('update stories set merged_into = $2, summary = null where id = $1', [from, into]);
}
