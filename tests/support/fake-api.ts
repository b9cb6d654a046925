// A server in memory with the API of engine/api.ts, over an on-device index, for tests of the remote source.
import { API_VERSION, type LookupAnswer, MatchQuestion, type MetaAnswer, toHashPrefix } from '../../engine/api.ts';
import { OutletId, StoryId } from '../../engine/ids.ts';
import type { ArticleProbe } from '../../engine/ports.ts';
import type { StorySummary } from '../../engine/schema.ts';
import type { OnDeviceSource } from '../../utils/coverage/on-device.ts';
import type { Store } from '../../utils/store/database.ts';
import { neverAborted, succeed } from './on-device-fixtures.ts';

export const SERVER_BASE = 'https://parallax.test/';

export type FakeApi = {
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  readonly asked: {
    readonly method: string;
    readonly path: string;
    readonly body: string;
    readonly headers: Headers;
  }[];
  /** Answers instead of the index, for tests that need a failure. */
  override: ((path: string, init: RequestInit | undefined) => Response | Promise<Response> | undefined) | null;
  /** Changes to the meta answer beside the index's own numbers. */
  meta: Partial<MetaAnswer>;
  /** Added to every answer. */
  headers: Record<string, string>;
};

type Index = { readonly source: OnDeviceSource; readonly store: Store };

export function createFakeApi(index: Index): FakeApi {
  const api: FakeApi = {
    asked: [],
    override: null,
    meta: {},
    headers: { 'cache-control': 'max-age=60, stale-while-revalidate=600' },
    async fetch(input, init) {
      init?.signal?.throwIfAborted();
      const path = String(input).slice(SERVER_BASE.length);
      const headers = new Headers(init?.headers);
      api.asked.push({ method: init?.method ?? 'GET', path, body: String(init?.body ?? ''), headers });
      const given = await api.override?.(path, init);
      if (given !== undefined) return given;
      const answer = await answerPath(index, api, { path, body: String(init?.body ?? 'null') });
      if (answer === null) return problem(404, 'not-found');
      const body = JSON.stringify(answer);
      return new Response(body, { headers: { ...api.headers, 'content-type': 'application/json' } });
    },
  };
  return api;
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: `https://parallax.test/problems/${code}`, title: code, status, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

async function answerPath(
  { source, store }: Index,
  api: FakeApi,
  { path, body }: { path: string; body: string },
): Promise<unknown> {
  const { pathname, searchParams } = new URL(path, SERVER_BASE);
  const [, , kind, id, rest] = pathname.split('/');
  const signal = neverAborted();
  switch (kind) {
    case 'meta':
      return { ...describe(await succeed(source.counts())), ...api.meta };
    case 'lookup':
      return lookup({ source, store }, id ?? '');
    case 'match': {
      const question = MatchQuestion.parse(JSON.parse(body));
      const probe: ArticleProbe = {
        ...question,
        url: 'https://unknown.invalid/',
        outletId: OutletId.parse('x'),
        credit: null,
      };
      return { match: await succeed(source.match(probe, signal)) };
    }
    case 'stories':
      if (rest === 'context') {
        const question = { id: StoryId.parse(decodeURIComponent(id ?? '')), languages: ['en'], utcOffsetMs: 0 };
        return succeed(source.storyContext(question, signal));
      }
      if (id !== undefined) return succeed(source.story(StoryId.parse(decodeURIComponent(id)), signal));
      return listStories(source, searchParams);
    default:
      return null;
  }
}

function describe({ articles, stories }: { articles: number; stories: number }): MetaAnswer {
  return {
    api: API_VERSION,
    name: 'Invented library',
    engineVersion: 1,
    index: { articles, stories, outlets: 3 },
    lookupBits: 0,
    lookupCrowd: articles,
    editions: [],
    freshness: { articleSeenAt: null, waiting: 0 },
    needsToken: false,
  };
}

async function lookup({ source, store }: Index, prefix: string): Promise<LookupAnswer> {
  const all = await succeed(store.run((db) => db.getAll('articles')));
  const found = all.filter(({ id }) => prefix === 'all' || toHashPrefix(id, prefix.length) === prefix);
  const byUrl = await succeed(
    source.lookup(
      found.map(({ url }) => url),
      neverAborted(),
    ),
  );
  const stories: StorySummary[] = [];
  const articles = found.flatMap(({ id, url }) => {
    const summary = byUrl.get(url);
    if (summary === undefined) return [];
    const known = stories.findIndex((story) => story.id === summary.id);
    const story = known === -1 ? stories.push(summary) - 1 : known;
    return [{ id, story }];
  });
  return { articles, stories };
}

/** Pages of stories; the cursor is the number of stories before the page. */
async function listStories(source: OnDeviceSource, query: URLSearchParams) {
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit'));
  const outletsMin = query.get('outletsMin');
  const outlet = query.get('outlet');
  const q = query.get('q');
  const asked = {
    limit: from + limit + 1,
    ...(outletsMin === null ? {} : { outletsMin: Number(outletsMin) }),
    ...(outlet === null ? {} : { outletId: OutletId.parse(outlet) }),
    ...(q === null ? {} : { text: q }),
  };
  const stories = await succeed(source.stories(asked, neverAborted()));
  return {
    stories: stories.slice(from, from + limit),
    nextCursor: stories.length > from + limit ? String(from + limit) : null,
  };
}
