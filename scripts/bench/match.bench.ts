// How often the server's match, which sees only a few stories, agrees with the whole engine, on real labelled articles.
//
// Every second article of a set is indexed by the engine; the others are the pages that a reader asks about. Needs the shared
// corpora beside the repository (PARALLAX_CORPORA names another folder) and PostgreSQL's programs.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StoryMember } from '../../engine/coverage/story-member.ts';
import { StoryId } from '../../engine/ids.ts';
import type { ClusterArticle, Placement } from '../../engine/ports.ts';
import type { Match } from '../../engine/schema.ts';
import { createPageMatcher } from '../../server/match/match-page.ts';
import { createWordSample } from '../../server/match/word-sample.ts';
import { type Database, openDatabase } from '../../server/store/database.ts';
import { migrate } from '../../server/store/migrate.ts';
import { type FilledStory, fillIndex } from '../../tests/support/server/fill-index.ts';
import { clusterArticles } from '../cluster/cluster-articles.ts';
import { readArticles } from '../cluster/read-articles.ts';
import { startPostgres } from '../setup/find-postgres.ts';
import { type BenchRow, type BenchTable, ms, quantile } from './bench-table.ts';
import { loadDefaultCatalogue } from './server/default-catalogue.ts';

/** Sets whose articles have times. */
const SETS = ['og2021-dev', 'uci2014', 'allsides-train'];
const PAGES_MOST = 600;

export async function bench(): Promise<BenchTable> {
  const corpora = process.env.PARALLAX_CORPORA ?? path.resolve(import.meta.dirname, '../../../shared/corpora');
  const postgres = await startPostgres(console.error);
  if (!postgres.ok) throw new Error(postgres.error.sentence);
  const { url, stop } = postgres.value;
  try {
    const rows: BenchRow[] = [];
    for (const name of SETS) {
      const file = path.join(corpora, 'stories', `${name}.jsonl.gz`);
      if (!existsSync(file)) throw new Error(`There is no ${file}`);
      rows.push(...(await compareOn(file, { name, databaseUrl: url })));
    }
    return { title: 'Matching pages: server beside the whole engine', rows };
  } finally {
    stop();
  }
}

type Comparison = { readonly name: string; readonly databaseUrl: string };

async function compareOn(file: string, { name, databaseUrl }: Comparison): Promise<BenchRow[]> {
  const indexed: ClusterArticle[] = [];
  const pages: ClusterArticle[] = [];
  let count = 0;
  for await (const { body: _body, ...article } of readArticles(file)) {
    if (article.publishedAt !== null) (count++ % 2 === 0 ? indexed : pages).push(article);
  }
  const database = await openDatabase({ url: databaseUrl, folder: '' });
  await database.script('drop schema public cascade; create schema public');
  await migrate(database);
  const { clusterer, places } = clusterArticles(indexed);
  await fill(database, { articles: indexed, places });
  const onFailure = (cause: unknown) => {
    throw cause;
  };
  const sample = createWordSample({
    database,
    articles: () => indexed.length,
    ticks: () => performance.now(),
    onFailure,
  });
  const matcher = createPageMatcher({ database, sample, now: Date.now });
  const compared: Compared[] = [];
  const step = Math.max(1, Math.floor(pages.length / PAGES_MOST));
  for (const { title, lead, lang, kind, publishedAt, ...page } of pages.filter((_, index) => index % step === 0)) {
    const question = { title, lead, lang, kind, publishedAt };
    const whole = clusterer.match({ ...page, ...question, url: `https://page.test/${page.id}` });
    const start = performance.now();
    const ours = await matcher.match(question, 1);
    compared.push({ whole, ours, spentMs: performance.now() - start });
  }
  await matcher.stop();
  await database.close();
  return describe(`${name}, ${indexed.length} indexed`, compared);
}

type Compared = { readonly whole: Match | null; readonly ours: Match | null; readonly spentMs: number };

function describe(name: string, compared: readonly Compared[]): BenchRow[] {
  const share = (among: readonly Compared[], test: (one: Compared) => boolean) =>
    `${((100 * among.filter(test).length) / Math.max(1, among.length)).toFixed(1)} %`;
  const isSame = ({ whole, ours }: Compared) => whole?.storyId === ours?.storyId;
  const sure = compared.filter(({ whole }) => (whole?.confidence ?? 0) >= 0.7);
  const none = compared.filter(({ whole }) => whole === null);
  const both = compared.flatMap(({ whole, ours }) =>
    whole !== null && whole.storyId === ours?.storyId ? [Math.abs(whole.confidence - ours.confidence)] : [],
  );
  const times = compared.map(({ spentMs }) => spentMs);
  return [
    {
      what: `${name}: ${compared.length} pages`,
      ours: `the same story, or none, for ${share(compared, isSame)}`,
      beside: 'the whole engine',
      ratio: null,
    },
    {
      what: `${name}: of ${sure.length} that the engine is sure of (0.7)`,
      ours: `the same story for ${share(sure, isSame)}, sure too for ${share(sure, (one) => isSame(one) && (one.ours?.confidence ?? 0) >= 0.7)}`,
      beside: 'the whole engine',
      ratio: null,
    },
    {
      what: `${name}: of ${none.length} for which it finds none`,
      ours: `none for ${share(none, isSame)}, sure of one for ${share(none, ({ ours }) => (ours?.confidence ?? 0) >= 0.7)}`,
      beside: 'the whole engine',
      ratio: null,
    },
    {
      what: `${name}: confidence, where the story is the same`,
      ours: `apart by ${quantile(both, 0.5).toFixed(3)}, nine of ten by less than ${quantile(both, 0.9).toFixed(3)}`,
      beside: 'the whole engine',
      ratio: null,
    },
    {
      what: `${name}: time`,
      ours: `median ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`,
      beside: '–',
      ratio: null,
    },
  ];
}

type Clustered = {
  readonly articles: readonly ClusterArticle[];
  readonly places: ReadonlyMap<ClusterArticle['id'], Placement>;
};

async function fill(database: Database, { articles, places }: Clustered): Promise<void> {
  const stories = new Map<string, StoryMember[]>();
  for (const article of articles) {
    const place = places.get(article.id);
    if (place === undefined) continue;
    const url = `https://indexed.test/${article.id}`;
    const member: StoryMember = { ...article, url, link: url, familyId: place.familyId };
    stories.set(place.storyId, [...(stories.get(place.storyId) ?? []), member]);
  }
  const filled = [...stories].map(([id, members]): FilledStory => ({ id: StoryId.parse(id), members }));
  const catalogue = await loadDefaultCatalogue();
  await fillIndex(database, { stories: filled, catalogue });
  await database.script('analyze');
}
