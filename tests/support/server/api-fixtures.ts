// An API over an invented index: outlets, stories and articles on .test hosts, and a simple way to send requests to it.
import { Registry } from 'prom-client';
import { BLINDSPOT_THRESHOLDS, computeBaseline } from '../../../engine/coverage/blindspot.ts';
import type { StoryMember } from '../../../engine/coverage/story-member.ts';
import { FamilyId, StoryId, toArticleId } from '../../../engine/ids.ts';
import { createOutletDirectory } from '../../../engine/outlet/outlet-directory.ts';
import { createOutletRater } from '../../../engine/outlet/outlet-rater.ts';
import { resolveOutletId } from '../../../engine/outlet/resolve-outlet-id.ts';
import { OutletPack, RatingPack } from '../../../engine/schema.ts';
import type { Catalogue } from '../../../server/catalogue.ts';
import { API_DEFAULTS, type ApiConfig } from '../../../server/http/api-config.ts';
import { type Api, createApi } from '../../../server/http/create-api.ts';
import type { Database } from '../../../server/store/database.ts';
import { type FilledStory, fillIndex } from './fill-index.ts';

export const NOW = Date.UTC(2026, 4, 12, 12);
export const HOUR = 3_600_000;

const OUTLETS = [
  { id: 'courier', host: 'morning-courier.test', country: 'US', bias: -2 },
  { id: 'record', host: 'valley-record.test', country: 'US', bias: 2 },
  { id: 'herald', host: 'northern-herald.test', country: 'GB', bias: 0 },
  { id: 'bote', host: 'abendbote.test', country: 'DE', bias: 0 },
];

const pack = OutletPack.parse({
  format: 'parallax-outlets-1',
  name: 'Invented outlets',
  date: '2026-05-01',
  outlets: OUTLETS.map(({ id, host, country }) => ({
    id,
    name: `The ${id}`,
    domains: [host],
    country,
    languages: [country === 'DE' ? 'de' : 'en'],
    owner: null,
    ownership: 'independent',
    type: 'newspaper',
    feeds: [{ url: `https://${host}/feed.xml` }],
  })),
});
const ratings = RatingPack.parse({
  format: 'parallax-ratings-1',
  id: 'invented',
  name: 'Invented ratings',
  rater: 'Nobody',
  rates: 'bias',
  scale: { type: 'axis', points: [-3, 3].map((value) => ({ value, bias: value })) },
  terms: 'Invented',
  source: 'https://rater.test/',
  date: '2026-05-01',
  values: Object.fromEntries(OUTLETS.map(({ id, bias }) => [id, bias])),
});

export function inventCatalogue(): Catalogue {
  const directory = createOutletDirectory([pack]);
  const rater = createOutletRater({ directory, packs: [ratings], ownBias: {} });
  const baseline = computeBaseline(directory.outlets.map(({ id }) => rater.rate(id)));
  return { directory, rater, baseline, blindspotThresholds: BLINDSPOT_THRESHOLDS, ratingPacks: [ratings], feeds: [] };
}

export type Headline = {
  readonly host: string;
  readonly title: string;
  readonly lead?: string;
  readonly hoursAgo: number;
  readonly lang?: string;
};

export const catalogue = inventCatalogue();

export const urlOf = ({ host, title }: Headline) => `https://${host}/${title.toLowerCase().replace(/\W+/g, '-')}`;

export function storyOf(name: string, headlines: readonly Headline[]): FilledStory {
  const members = headlines.map((headline): StoryMember => {
    const { title, lead = '', hoursAgo, lang = 'en' } = headline;
    const url = urlOf(headline);
    const id = toArticleId(url);
    const at = NOW - hoursAgo * HOUR;
    return {
      id,
      url,
      link: url,
      outletId: resolveOutletId(catalogue.directory, url) ?? raise(`no outlet for ${url}`),
      title,
      lead,
      lang,
      kind: 'report',
      publishedAt: at,
      firstSeenAt: at,
      credit: null,
      familyId: FamilyId.parse(id),
    };
  });
  return { id: StoryId.parse(`s-${name}`), members };
}

export function raise(sentence: string): never {
  throw new Error(sentence);
}

export const BRIDGE = storyOf('bridge', [
  {
    host: 'morning-courier.test',
    title: 'Karstova bridge closed after inspectors find cracks in main cable',
    lead: 'Engineers closed the Karstova bridge on Monday after inspectors found cracks in its main cable.',
    hoursAgo: 6,
  },
  {
    host: 'valley-record.test',
    title: 'Cracks in main cable force closure of Karstova bridge, inspectors say',
    lead: 'The Karstova bridge is closed to all traffic: inspectors found cracks in the main cable on Monday.',
    hoursAgo: 5,
  },
  {
    host: 'abendbote.test',
    title: 'Karstova-Brücke nach Rissen im Tragseil gesperrt',
    lead: 'Prüfer haben Risse im Tragseil der Brücke von Karstova gefunden.',
    hoursAgo: 4,
    lang: 'de',
  },
]);

export const DAIRY = storyOf('dairy', [
  { host: 'valley-record.test', title: 'Vennholm parliament passes dairy subsidy law by two votes', hoursAgo: 20 },
  { host: 'northern-herald.test', title: 'Dairy subsidy law passes Vennholm parliament', hoursAgo: 19 },
]);

/** Stories of one article each, an hour apart, enough for several pages and prefixes. */
export function fillers(count: number): FilledStory[] {
  return Array.from({ length: count }, (_, index) =>
    storyOf(`filler-${index}`, [
      {
        host: `outlet-${index % 7}.test`,
        title: `Village number ${index} opens its library`,
        hoursAgo: 1 + (index % 23),
      },
    ]),
  );
}

export type TestApi = {
  readonly api: Api;
  readonly ask: (path: string, init?: RequestInit & { readonly peer?: string }) => Promise<Response>;
  readonly lines: readonly (readonly [event: string, facts: unknown])[];
};

export type TestApiParts = {
  readonly database: Database;
  readonly catalogue?: Catalogue;
  readonly config?: Partial<ApiConfig>;
  readonly now?: () => number;
};

export async function createTestApi({ database, config, now, ...parts }: TestApiParts): Promise<TestApi> {
  const lines: [string, unknown][] = [];
  const write = (event: string, ...facts: unknown[]) => {
    lines.push([event, facts]);
  };
  const api = await createApi({
    database,
    catalogue: parts.catalogue ?? catalogue,
    // On a busy machine an answer takes longer than a user would be made to wait.
    config: { ...API_DEFAULTS, timeoutMs: 60_000, ...config },
    now: now ?? (() => NOW),
    log: { info: write, warn: write, error: (event, { cause, facts }) => write(event, cause, facts) },
    metrics: new Registry(),
  });
  return {
    api,
    lines,
    ask: async (path, { peer = '198.51.100.7', ...init } = {}) =>
      api.fetch(new Request(`http://api.test${path}`, { redirect: 'manual', ...init }), { peer }),
  };
}

export async function fillWith(database: Database, stories: Iterable<FilledStory>): Promise<void> {
  await fillIndex(database, { stories, catalogue });
}
