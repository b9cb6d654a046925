// Everything the server knows about outlets: shipped and own packs, their ratings, and the feeds of the registry.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Baseline, type BlindspotThresholds, computeFeedBaseline } from '../engine/coverage/blindspot.ts';
import type { FeedSource } from '../engine/feed/poll-outcome.ts';
import { WORLD_EDITION } from '../engine/outlet/editions.ts';
import { createOutletDirectory, type OutletDirectory } from '../engine/outlet/outlet-directory.ts';
import { createOutletRater, type OutletRater } from '../engine/outlet/outlet-rater.ts';
import { parseOutletPack } from '../engine/outlet/parse-outlet-pack.ts';
import { parseRatingPack } from '../engine/outlet/parse-rating-pack.ts';
import { selectFeeds, toFeedSource } from '../engine/outlet/select-feeds.ts';
import { err, ok, type Result } from '../engine/result.ts';
import { type Outlet, OutletPack, RatingPack } from '../engine/schema.ts';
import { decodeBytes } from '../engine/text/decode-bytes.ts';
import { describeImportProblem } from './describe-import-problem.ts';
import type { FeedChoice } from './store/feeds.ts';

export type Catalogue = {
  readonly directory: OutletDirectory;
  readonly rater: OutletRater;
  /** Computed from the outlets whose feeds are polled: what counts as usual when looking for blindspots. */
  readonly baseline: Baseline;
  readonly blindspotThresholds: BlindspotThresholds;
  readonly ratingPacks: readonly RatingPack[];
  /** All feeds of the registry, those of the editions that the operator chose, or none if only added ones are polled. */
  readonly feeds: readonly FeedSource[];
};

export type CatalogueOptions = {
  /** Folder of the shipped data: public/data of the project. */
  readonly dataFolder: string;
  readonly packsFolder: string | null;
  readonly editions: readonly string[];
  readonly feedLimit: number;
  /** False: poll only feeds that were added by hand. */
  readonly registryFeeds: boolean;
  readonly blindspotRated: number;
  readonly blindspotShare: number;
  readonly blindspotChance: number;
};

export const SHIPPED_DATA = path.resolve(import.meta.dirname, '../public/data');

/** Problems in the operator's own packs and editions are returned as sentences; broken shipped files are bugs and throw. */
export async function loadCatalogue(options: CatalogueOptions): Promise<Result<Catalogue, readonly string[]>> {
  const shipped = await readShipped(options.dataFolder);
  const own = options.packsFolder === null ? ok(NO_PACKS) : await readOwnPacks(options.packsFolder, shipped.ratings);
  if (!own.ok) return own;
  const directory = createOutletDirectory([...shipped.outlets, ...own.value.outlets]);
  const ratingPacks = [...shipped.ratings, ...own.value.ratings];
  const rater = createOutletRater({ directory, packs: ratingPacks, ownBias: {} });
  const { editions, feedLimit } = options;
  const empty = editions.filter((edition) => !hasFeeds(directory, edition));
  if (empty.length > 0) {
    return err([`EDITIONS: no outlet of ${empty.join(', ')} has a feed. Countries are named by ISO 3166: gb, not uk.`]);
  }
  const listFeeds = () =>
    editions.length === 0
      ? listAllFeeds(directory)
      : selectFeeds({ directory, rater, editions, limit: feedLimit, added: [], removed: [] });
  const feeds = options.registryFeeds ? listFeeds() : [];
  const baseline = computeFeedBaseline(feeds, rater);
  const blindspotThresholds = {
    minRated: options.blindspotRated,
    shareOfBaseline: options.blindspotShare / 100,
    maxProbability: options.blindspotChance / 100,
  };
  return ok({ directory, rater, baseline, blindspotThresholds, ratingPacks, feeds });
}

/** The same, with a baseline that also knows the feeds that an admin added or switched off. */
export function applyFeedChoices(catalogue: Catalogue, choices: readonly FeedChoice[]): Catalogue {
  const decided = new Set(choices.map(({ url }) => url));
  const polled = [...catalogue.feeds.filter(({ url }) => !decided.has(url)), ...choices.filter(({ isOn }) => isOn)];
  return { ...catalogue, baseline: computeFeedBaseline(polled, catalogue.rater) };
}

type Packs = { readonly outlets: readonly OutletPack[]; readonly ratings: readonly RatingPack[] };
const NO_PACKS: Packs = { outlets: [], ratings: [] };

async function readShipped(folder: string): Promise<Packs> {
  const readJson = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, file), 'utf8'));
  const files = (await readdir(path.join(folder, 'ratings'))).filter((file) => file.endsWith('.json')).sort();
  return {
    outlets: [OutletPack.parse(await readJson('outlets.json'))],
    ratings: await Promise.all(files.map(async (file) => RatingPack.parse(await readJson(`ratings/${file}`)))),
  };
}

/** Files are read in the order of their names: of two packs with the same outlet, the later one wins. */
async function readOwnPacks(folder: string, shipped: readonly RatingPack[]): Promise<Result<Packs, readonly string[]>> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return err([`PACKS_FOLDER: the folder ${folder} cannot be read.`]);
  const outlets: OutletPack[] = [];
  const ratings: RatingPack[] = [];
  const problems: string[] = [];
  for (const fileName of names.filter((name) => /\.(?:json|csv)$/i.test(name)).sort()) {
    const bytes = await readFile(path.join(folder, fileName)).catch(() => null);
    if (bytes === null) {
      problems.push(`${fileName} cannot be read.`);
      continue;
    }
    const text = decodeBytes(bytes, null); // spreadsheets also save in other encodings than UTF-8
    const isOutlets = text.slice(0, 2000).includes('"parallax-outlets-1"');
    const parsed = isOutlets ? parseOutletPack({ text }) : parseRatingPack({ fileName, text });
    const found = parsed.ok ? parsed.value.problems : parsed.error;
    problems.push(...found.map((problem) => `${fileName}, line ${problem.line}: ${describeImportProblem(problem)}`));
    if (!parsed.ok) continue;
    const { pack } = parsed.value;
    if (pack.format === 'parallax-outlets-1') outlets.push(pack);
    else if (shipped.some(({ id }) => id === pack.id))
      problems.push(`${fileName}: the id ${pack.id} is a shipped pack’s.`);
    else ratings.push(pack);
  }
  return problems.length === 0 ? ok({ outlets, ratings }) : err(problems);
}

/** Without this check, a mistyped edition would silently poll only a few international agencies. */
function hasFeeds({ outlets }: OutletDirectory, edition: string): boolean {
  const isIn = ({ country }: Outlet) => edition === WORLD_EDITION || country?.toLowerCase() === edition;
  return outlets.some((outlet) => isIn(outlet) && outlet.feeds.length > 0);
}

function listAllFeeds(directory: OutletDirectory): readonly FeedSource[] {
  const feeds = new Map<string, FeedSource>();
  for (const outlet of directory.outlets) {
    for (const feed of outlet.feeds) {
      if (!feeds.has(feed.url)) feeds.set(feed.url, toFeedSource(outlet, feed));
    }
  }
  return [...feeds.values()];
}
