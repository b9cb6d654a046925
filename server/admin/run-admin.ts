// The admin's command line: finds the command, opens the database and prints the outcome.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ArticleId, StoryId } from '../../engine/ids.ts';
import { err, ok, type Result } from '../../engine/result.ts';
import { ENGINE_VERSION } from '../../engine/version.ts';
import { type Catalogue, loadCatalogue, SHIPPED_DATA } from '../catalogue.ts';
import { readConfig } from '../config/read-config.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { embeddedData } from '../store/embedded-data.ts';
import { createGeneration, readGenerations } from '../store/generations.ts';
import { readIndexCounts } from '../store/read-counts.ts';
import { type SeparationError, separate, unseparate } from '../store/separations.ts';
import { countSetAside } from '../store/set-aside.ts';
import { countHidden } from '../store/stories.ts';
import { backUpToFile, restoreFromFile } from './backup-file.ts';
import { COMMANDS, type CommandName, isCommand, usage } from './commands.ts';
import { addFeedByHand, type FeedFlags, removeFeedByHand, showFeeds, switchFeedByHand } from './feed-commands.ts';
import { findOutlets, showOutlet } from './outlet-commands.ts';
import { prepareTables } from './prepare-tables.ts';
import { cutShards, showShards } from './shard-commands.ts';

export type AdminCall = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly say: (line: string) => void;
  /** Prints errors, separate from answers, which may be redirected into a file. */
  readonly complain: (line: string) => void;
};

/** Lines to print; an error is a sentence for the admin. */
type CommandResult = Result<readonly string[], string>;

/** Opening the embedded database creates it, so a mistyped folder would yield an empty backup every night. */
const WANTS_DATA: readonly CommandName[] = ['status', 'backup'];

/** Returns the exit code. */
export async function runAdmin({ args, env, now, ...voices }: AdminCall): Promise<number> {
  const asked = readCommand(args);
  if (!asked.ok) return printResult(voices, asked);
  const config = readConfig({ args: [], env: { ...env, ROLE: 'all' } });
  if (!config.ok) return printResult(voices, err(config.error.join('\n')));
  const { databaseUrl, dataFolder } = config.value;
  if (databaseUrl === null && WANTS_DATA.includes(asked.value.name) && !existsSync(embeddedData(dataFolder))) {
    return printResult(voices, err(`There is no database in ${dataFolder}: DATA_FOLDER names the server's folder.`));
  }
  const catalogue = await loadCatalogue({ ...config.value, dataFolder: SHIPPED_DATA });
  if (!catalogue.ok) return printResult(voices, err(catalogue.error.join('\n')));
  const database = await openDatabase({ url: databaseUrl, folder: dataFolder }).catch((cause: unknown) =>
    describe(cause),
  );
  if (typeof database === 'string') return printResult(voices, err(database));
  try {
    const prepared = await prepareTables(database, asked.value.name);
    if (!prepared.ok) return printResult(voices, prepared);
    return printResult(
      voices,
      await perform({
        ...asked.value,
        database,
        catalogue: catalogue.value,
        ports: config.value.fetchPorts.map(Number),
        now,
      }),
    );
  } catch (cause) {
    return printResult(voices, err(describe(cause)));
  } finally {
    await database.close();
  }
}

function printResult({ say, complain }: Pick<AdminCall, 'say' | 'complain'>, result: CommandResult): number {
  if (result.ok) for (const line of result.value) say(line);
  else complain(result.error);
  return result.ok ? 0 : 1;
}

type Asked = { readonly name: CommandName; readonly words: readonly string[]; readonly flags: FeedFlags };

function readCommand(args: readonly string[]): Result<Asked, string> {
  const parsed = parseFlags(args);
  if (parsed === null) return err(usage());
  const { positionals, values } = parsed;
  const [first = '', second = ''] = positionals;
  const name = [`${first} ${second}`, first].find(isCommand);
  if (name === undefined) return err(usage());
  const words = positionals.slice(name.split(' ').length);
  const wanted = COMMANDS[name].args;
  if (words.length !== wanted.length) return err(`Usage: npm run server-admin -- ${[name, ...wanted].join(' ')}`);
  const { flags = [] } = COMMANDS[name];
  const unknownFlag = Object.keys(values).find((flag) => !flags.includes(flag));
  if (unknownFlag !== undefined) return err(`${name} takes no --${unknownFlag}.`);
  const { outlet, lang, sitemap = false, failing = false } = values;
  return ok({ name, words, flags: { outlet, lang, isSitemap: sitemap, isFailing: failing } });
}

function parseFlags(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const yes = { type: 'boolean' } as const;
  try {
    const options = { outlet: text, lang: text, sitemap: yes, failing: yes };
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
}

type Performing = Asked & {
  readonly database: Database;
  readonly catalogue: Catalogue;
  /** Ports that feeds may use besides 80 and 443. */
  readonly ports: readonly number[];
  readonly now: () => number;
};

async function perform({ name, words, flags, database, catalogue, ports, now }: Performing): Promise<CommandResult> {
  const [first = '', second = ''] = words;
  switch (name) {
    case 'status':
      return ok(await showStatus(database));
    case 'feeds list':
      return await showFeeds(database, flags);
    case 'feeds add':
      return await addFeedByHand({ database, catalogue, ports }, { url: first, ...flags });
    case 'feeds remove':
      return await removeFeedByHand(database, first);
    case 'feeds on':
      return await switchFeedByHand(database, { url: first, to: 'on' });
    case 'feeds off':
      return await switchFeedByHand(database, { url: first, to: 'off' });
    case 'outlets find':
      return findOutlets(catalogue, first);
    case 'outlets show':
      return showOutlet(catalogue, first);
    case 'separate':
    case 'unseparate':
      return await correct(database, {
        change: name === 'separate' ? separate : unseparate,
        article: first,
        story: second,
        now,
      });
    case 'recluster':
      return await recluster(database, now);
    case 'shards list':
      return ok(await showShards(database));
    case 'shards cut':
      return await cutShards({ database, now }, first);
    case 'backup':
      return ok([`${await backUpToFile(database, { file: first, now: now() })} rows are in ${first}.`]);
    case 'restore':
      return await restore(database, first);
  }
}

async function showStatus(database: Database): Promise<string[]> {
  const { articles, stories, outlets, waiting, articleSeenAt } = await readIndexCounts(database);
  const generations = await readGenerations(database);
  const setAside = await countSetAside(database);
  const hidden = await countHidden(database);
  return [
    `${articles} articles of ${outlets} outlets in ${stories} stories, ${waiting} articles wait to be placed`,
    `newest article: ${articleSeenAt === null ? 'none' : new Date(articleSeenAt).toISOString()}`,
    ...(setAside.articles === 0
      ? []
      : [`${setAside.articles} articles are set aside: the engine failed on them, or they cannot be read`]),
    ...(setAside.entries === 0
      ? []
      : [
          `${setAside.entries} entries of the intake are set aside: they cannot be read, not even which articles they are about`,
        ]),
    ...(hidden.articles === 0 ? [] : [`${hidden.articles} articles cannot be read and are missing from their stories`]),
    ...(hidden.stories === 0
      ? []
      : [`${hidden.stories} stories are not shown: the engine failed on them, or none of their articles can be read`]),
    ...generations.map(({ id, state, engineVersion }) => `generation ${id}: ${state}, engine version ${engineVersion}`),
  ];
}

type Correction = {
  readonly change: typeof separate;
  readonly article: string;
  readonly story: string;
  readonly now: () => number;
};

async function correct(database: Database, { change, article, story, now }: Correction): Promise<CommandResult> {
  const articleId = ArticleId.safeParse(article);
  const storyId = StoryId.safeParse(story);
  if (!articleId.success || !storyId.success) return err('ARTICLE and STORY must be ids.');
  const given = { articleId: articleId.data, storyId: storyId.data, now };
  const changed = await database.transaction((queries) => change(queries, given));
  if (!changed.ok) return err(SENTENCES[changed.error.reason]);
  return ok(['Saved. The story changes within seconds if a clusterer is running.']);
}

const SENTENCES: Readonly<Record<SeparationError['reason'], string>> = {
  'no-article': 'There is no article of that id, or it cannot be read.',
  'no-story': 'There is no story of that id.',
  'not-separated': 'That article was not separated from that story.',
};

async function recluster(database: Database, now: () => number): Promise<CommandResult> {
  await database.transaction((queries) => createGeneration(queries, { engineVersion: ENGINE_VERSION, now }));
  return ok([
    'The running clusterer clusters all articles again; the current stories are served until it has finished.',
  ]);
}

async function restore(database: Database, file: string): Promise<CommandResult> {
  const restored = await restoreFromFile(database, file);
  if (restored.ok) return ok([`${restored.value} rows of ${file} are in the database.`]);
  switch (restored.error.reason) {
    case 'not-empty':
      return err('The database is not empty: a backup can only be restored into an empty one.');
    case 'not-a-backup':
      return err(`${file} is no backup.`);
    case 'of-a-later-version':
      return err(`${file} was written by a later version of this program.`);
    case 'cut-off':
      return err(`${file} is incomplete. Nothing was changed.`);
    case 'unknown-table':
      return err(`${file} has a table that this program does not know. Nothing was changed.`);
  }
}

/** The part that an operator can act on (folder in use, missing file) is in the error's cause. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message} ${cause.cause.message}` : cause.message;
}
