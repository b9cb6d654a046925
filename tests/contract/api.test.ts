// The API's contract, over an invented index on each kind of database: answers, codes, caching, paging.
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ArticlesAnswer,
  LookupAnswer,
  MatchAnswer,
  MetaAnswer,
  OutletAnswer,
  Problem,
  StoriesAnswer,
  StoryAnswer,
  StoryContextAnswer,
  toHashPrefix,
} from '../../engine/api.ts';
import { hashUrl } from '../../engine/ids.ts';
import {
  BRIDGE,
  catalogue,
  createTestApi,
  DAIRY,
  fillers,
  fillWith,
  HOUR,
  NOW,
  raise,
  storyOf,
  type TestApi,
} from '../support/server/api-fixtures.ts';
import { mergeStory } from '../support/server/fill-index.ts';
import { TEST_DATABASES, useDatabase } from '../support/server/test-databases.ts';

const READ_TOKEN = 'read-token-of-the-library';
const GIVE_TOKEN = 'token-of-somebody-who-crawls';

describe.each(TEST_DATABASES)('the API over $kind', (kind) => {
  const database = useDatabase(kind);
  let { api, ask, lines }: TestApi = {} as TestApi; // set before the first test

  beforeAll(async () => {
    await fillWith(database, [BRIDGE, DAIRY, storyOf('old-bridge', []), ...fillers(900)]);
    await mergeStory(database, storyOf('old-bridge', []).id, BRIDGE.id);
    ({ api, ask, lines } = await createTestApi({ database, config: { articleTokens: [GIVE_TOKEN] } }));
  }, 60_000);
  afterAll(() => api.stop());

  const problemOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const problem = Problem.parse(await response.json());
    expect(problem.status).toBe(response.status);
    return problem.code;
  };

  describe('meta', () => {
    it('tells the size of the index and a length of prefixes that hides each page among fifty', async () => {
      const meta = MetaAnswer.parse(await (await ask('/v1/meta')).json());
      expect(meta.index.articles).toBe(905);
      expect(meta.lookupBits).toBeGreaterThan(0);
      expect(meta.lookupCrowd).toBeGreaterThanOrEqual(50);
      expect(meta.freshness).toEqual({ articleSeenAt: NOW - HOUR, waiting: 0 });
    });
  });

  describe('lookup', () => {
    const [article] = BRIDGE.members;
    const bitsOf = async () => MetaAnswer.parse(await (await ask('/v1/meta')).json()).lookupBits;
    const hash = hashUrl(article?.url ?? '');

    it('answers a prefix with every article that has it, and with their stories', async () => {
      const bits = await bitsOf();
      const response = await ask(`/v1/lookup/${toHashPrefix(hash, bits)}`);
      expect(response.status).toBe(200);
      const { articles, stories } = LookupAnswer.parse(await response.json());
      expect(articles.length).toBeGreaterThanOrEqual(50);
      expect(articles.every(({ id }) => toHashPrefix(id, bits) === toHashPrefix(hash, bits))).toBe(true);
      expect(articles.map(({ id }) => id)).toEqual(articles.map(({ id }) => id).toSorted());
      const found = articles.find(({ id }) => id === article?.id);
      expect(stories[found?.story ?? -1]?.id).toBe(BRIDGE.id);
    });

    it('finds every article of the index under exactly one prefix', async () => {
      const bits = await bitsOf();
      const prefixes = Array.from({ length: 2 ** bits }, (_, n) => n.toString(2).padStart(bits, '0'));
      const answers = await Promise.all(prefixes.map((prefix) => ask(`/v1/lookup/${prefix}`)));
      const found = await Promise.all(answers.map(async (one) => LookupAnswer.parse(await one.json()).articles));
      expect(found.flat()).toHaveLength(905);
      expect(new Set(found.flat().map(({ id }) => id)).size).toBe(905);
    });

    it('refuses longer prefixes, which would tell the page, and takes somewhat shorter ones', async () => {
      const bits = await bitsOf();
      const longer = await ask(`/v1/lookup/${toHashPrefix(hash, bits + 1)}`);
      expect(longer.status).toBe(400);
      expect(await problemOf(longer)).toBe('prefix-length');
      expect((await ask(`/v1/lookup/${toHashPrefix(hash, bits - 1)}`)).status).toBe(200);
    });

    it.each(['2', '01x', 'ALL', '0'.repeat(27), '%00', 'a5f8'])('refuses %s, which is no prefix', async (text) => {
      const response = await ask(`/v1/lookup/${text}`);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toBe('bad-request');
    });

    it('may be cached by anybody, and is confirmed as unchanged by a strong tag', async () => {
      const path = `/v1/lookup/${toHashPrefix(hash, await bitsOf())}`;
      const response = await ask(path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+/);
      expect(response.headers.get('vary')).toBe('accept-encoding');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      const tag = response.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w-]+-gzip"$/);
      const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();

      const plain = await ask(path);
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(plain.headers.get('etag')).not.toBe(tag);
      expect(await plain.text()).toBe(text);

      const again = await ask(path, { headers: { 'if-none-match': `"other", W/${tag}` } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    });
  });

  describe('stories', () => {
    it('answers full coverage', async () => {
      const coverage = StoryAnswer.parse(await (await ask(`/v1/stories/${BRIDGE.id}`)).json());
      expect(coverage.story).toMatchObject({ id: BRIDGE.id, articles: 3, outlets: 3, countries: 2 });
      expect(coverage.articles.map(({ outletId }) => outletId)).toEqual(['bote', 'record', 'courier']);
    });

    it('sends those who ask for a merged story to the one it lives on in', async () => {
      const response = await ask('/v1/stories/s-old-bridge');
      expect(response.status).toBe(308);
      const target = new URL(response.headers.get('location') ?? '', 'http://api.test/v1/stories/s-old-bridge');
      expect(target.pathname).toBe(`/v1/stories/${BRIDGE.id}`);
      const context = await ask('/v1/stories/s-old-bridge/context?languages=de');
      const path = `http://api.test/v1/stories/s-old-bridge/context`;
      expect(new URL(context.headers.get('location') ?? '', path).href).toBe(
        `http://api.test/v1/stories/${BRIDGE.id}/context?languages=de`,
      );
    });

    it.each(['s-nothing', '%2e%2e', 'x'.repeat(201)])('knows no story %s', async (id) => {
      const response = await ask(`/v1/stories/${id}`);
      expect(response.status).toBe(404);
      expect(await problemOf(response)).toBe('not-found');
    });

    it('says of a story that is withheld that it cannot be shown at the moment', async () => {
      const [kept] = await database.query('select summary::text from stories where id = $1', [DAIRY.id]);
      await database.query('update stories set summary = null where id = $1', [DAIRY.id]);
      for (const path of [`/v1/stories/${DAIRY.id}`, `/v1/stories/${DAIRY.id}/context`]) {
        expect(await problemOf(await ask(path))).toBe('withheld');
      }
      await database.query('update stories set summary = $2::json where id = $1', [DAIRY.id, kept?.summary]);
      expect((await ask(`/v1/stories/${DAIRY.id}`)).status).toBe(200);
    });

    it('says the same if the engine fails only now, and logs nothing of the request', async () => {
      const rater = { ...catalogue.rater, rate: () => raise('words of an article') };
      const failing = await createTestApi({ database, catalogue: { ...catalogue, rater } });
      for (const path of [`/v1/stories/${BRIDGE.id}`, `/v1/stories/${BRIDGE.id}/context`]) {
        expect(await problemOf(await failing.ask(path))).toBe('withheld');
      }
      await failing.api.stop();
      expect(failing.lines.map(([event]) => event)).toContain('question failed');
      expect(failing.lines.map(String).join()).not.toContain('words of an article');
    });

    it('answers what a story’s own page shows', async () => {
      const response = await ask(`/v1/stories/${BRIDGE.id}/context?languages=en,de&utcOffset=120`);
      const context = StoryContextAnswer.parse(await response.json());
      expect(context.timeline.spans.length).toBeGreaterThan(0);
      const bad = await ask(`/v1/stories/${BRIDGE.id}/context?languages=klingon!`);
      expect(await problemOf(bad)).toBe('bad-request');
    });

    const readPages = async (question: string, between: () => Promise<void> = async () => undefined) => {
      const ids: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const response = await ask(`/v1/stories?${question}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        const page = StoriesAnswer.parse(await response.json());
        ids.push(...page.stories.map(({ id }) => id));
        cursor = page.nextCursor;
        await between();
      }
      return ids;
    };

    it.each(['latest', 'top'])('pages through %s without telling a story twice or leaving one out', async (view) => {
      const ids = await readPages(`view=${view}&limit=97`);
      expect(ids).toHaveLength(902);
      expect(new Set(ids).size).toBe(902);
    });

    it('keeps the position of a cursor while stories arrive', async () => {
      let count = 0;
      const ids = await readPages('view=latest&limit=100', async () => {
        const name = `late-${count++}`;
        await fillWith(database, [storyOf(name, [{ host: 'late.test', title: `News ${name}`, hoursAgo: 0 }])]);
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(902);
      await database.query("delete from stories where id like 's-late-%'");
      await database.query("delete from places where story_id like 's-late-%'");
    });

    it('puts the story with the most reports on top', async () => {
      const page = StoriesAnswer.parse(await (await ask('/v1/stories?view=top&limit=2')).json());
      expect(page.stories.map(({ id }) => id)).toEqual([BRIDGE.id, DAIRY.id]);
    });

    it('finds stories by words of their headline without case and accents', async () => {
      expect(await readPages('view=search&q=KARSTOVA%20bridge')).toEqual([BRIDGE.id]);
      expect(await readPages('view=search&q=karstova%20dairy')).toEqual([]);
    });

    it('lets no shared cache store the answer to a search', async () => {
      const control = async (question: string) =>
        (await ask(`/v1/stories?${question}`)).headers.get('cache-control')?.split(',')[0];
      expect(await control('view=search&q=karstova')).toBe('private');
      expect(await control('view=latest&q=karstova')).toBe('private');
      expect(await control('view=latest')).toBe('public');
    });

    it('finds stories of a country and of an outlet', async () => {
      expect(await readPages('view=local&country=US')).toEqual([BRIDGE.id]);
      expect(await readPages('view=latest&outlet=record')).toEqual([BRIDGE.id, DAIRY.id]);
    });

    it('leaves out stories of fewer outlets than are asked for', async () => {
      expect(await readPages('view=latest&limit=97')).toHaveLength(902);
      expect(await readPages('view=latest&limit=97&outletsMin=2')).toEqual([BRIDGE.id, DAIRY.id]);
      expect(await readPages('view=top&limit=1&outletsMin=2')).toEqual([BRIDGE.id, DAIRY.id]);
    });

    it.each([
      'view=best',
      'limit=0',
      'limit=101',
      'limit=ten',
      'view=search',
      'view=search&q=%20',
      'view=search&q=!!!',
      'view=latest&q=%E2%80%93',
      'view=local',
      'country=usa',
      'side=middle',
      'outletsMin=0',
      'outletsMin=two',
      'cursor=xyz',
      `cursor=${Buffer.from('{"v":"top"}').toString('base64url')}`,
    ])('refuses %s', async (question) => {
      const response = await ask(`/v1/stories?${question}`);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toBe('bad-request');
    });

    it('refuses the cursor of another view', async () => {
      const { nextCursor } = StoriesAnswer.parse(await (await ask('/v1/stories?view=top&limit=1')).json());
      expect((await ask(`/v1/stories?view=latest&cursor=${nextCursor}`)).status).toBe(400);
    });
  });

  describe('outlets', () => {
    it('answers with ratings and counts, also for a host that the registry does not know', async () => {
      const answer = OutletAnswer.parse(await (await ask('/v1/outlets/record')).json());
      expect(answer).toMatchObject({ type: 'newspaper', articles: 2, stories: 2 });
      expect(answer.outlet.bias?.mean).toBe(2);
      const unknown = OutletAnswer.parse(await (await ask('/v1/outlets/host:outlet-1.test')).json());
      expect(unknown.outlet).toMatchObject({ isKnown: false, host: 'outlet-1.test' });
      expect((await ask('/v1/outlets/host:nowhere.test')).status).toBe(404);
    });
  });

  describe('match', () => {
    const post = (body: unknown, headers: Record<string, string> = {}) =>
      ask('/v1/match', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers });
    const page = {
      title: 'Karstova bridge closed: cracks in main cable found by inspectors',
      lead: 'Inspectors found cracks in the main cable of the Karstova bridge, which was closed on Monday.',
      lang: 'en',
      kind: 'report',
      publishedAt: NOW - 3 * HOUR,
    };

    it('finds the story of a page by its words, and says why', async () => {
      const response = await post(page);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { match } = MatchAnswer.parse(await response.json());
      expect(match?.storyId).toBe(BRIDGE.id);
      expect(match?.confidence).toBeGreaterThan(0.7);
      expect(match?.reasons.map(({ kind }) => kind)).toContain('names');
    });

    it('finds it in the other language of the story too', async () => {
      const german = { ...page, title: 'Risse im Tragseil: Karstova-Brücke gesperrt', lead: '', lang: 'de' };
      expect(MatchAnswer.parse(await (await post(german)).json()).match?.storyId).toBe(BRIDGE.id);
    });

    it('finds it in a language that no report of it is in, and says why', async () => {
      const belarusian = { ...page, title: 'Мост у Карстава закрыты: у тросе знайшлі расколіны', lead: '', lang: 'be' };
      const { match } = MatchAnswer.parse(await (await post(belarusian)).json());
      expect(match?.storyId).toBe(BRIDGE.id);
      expect(match?.reasons).toContainEqual({ kind: 'names', names: ['Карстава'] });
    });

    it('looks up a page’s words in its own language, not the features that languages share', async () => {
      const german = { ...page, title: 'Carstova: Unglück auf Brückenpfeilern', lead: '', lang: 'de' };
      expect(MatchAnswer.parse(await (await post(german)).json()).match).toBeNull();
      const dutch = { ...german, title: 'Carstova: ongeluk op brug', lang: 'nl' };
      expect(MatchAnswer.parse(await (await post(dutch)).json()).match?.storyId).toBe(BRIDGE.id);
    });

    it('finds nothing for what nobody told', async () => {
      const other = { ...page, title: 'Penguin colony on Oriel island doubles', lead: '' };
      expect(MatchAnswer.parse(await (await post(other)).json()).match).toBeNull();
    });

    it.each(['', '{', 'null', '[]', '{"title":""}', JSON.stringify({ ...page, lang: 'English' })])(
      'refuses %j',
      async (body) => {
        const response = await post(body);
        expect(response.status).toBe(400);
        expect(await problemOf(response)).toBe('bad-request');
      },
    );

    it('refuses what is too large, declared or not', async () => {
      const response = await post(JSON.stringify({ ...page, lead: 'x'.repeat(20_000) }));
      expect(response.status).toBe(413);
      expect(await problemOf(response)).toBe('too-large');
    });
  });

  describe('articles', () => {
    const post = (body: unknown, token?: string) =>
      ask('/v1/articles', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      });

    it('takes them only with a token', async () => {
      expect(await problemOf(await post({ articles: [] }))).toBe('unauthorized');
      expect(await problemOf(await post({ articles: [] }, 'wrong-token-of-somebody'))).toBe('unauthorized');
      const response = await post({ articles: [] }, GIVE_TOKEN);
      expect(response.status).toBe(202);
      expect(ArticlesAnswer.parse(await response.json()).added).toBe(0);
    });

    it('answers when they are stored, refuses bad ones one by one, and changes nothing the second time', async () => {
      const given = { url: 'https://valley-record.test/given?utm_source=x', title: 'Given: mayor opens market hall' };
      const old = { ...given, url: 'https://valley-record.test/old', publishedAt: NOW - 400 * 24 * HOUR };
      const batch = { articles: [given, { title: 'no address' }, { url: 'https://a.test/', title: 'Front' }, old] };
      const expected = [
        { index: 1, reason: 'malformed' },
        { index: 2, reason: 'not-an-article' },
        { index: 3, reason: 'too-old' },
      ];
      const first = ArticlesAnswer.parse(await (await post(batch, GIVE_TOKEN)).json());
      expect(first).toEqual({ added: 1, changed: 0, known: 0, refused: expected });
      const rows = await database.query("select title from articles where url = 'https://valley-record.test/given'");
      expect(rows).toEqual([{ title: 'Given: mayor opens market hall' }]);
      const second = ArticlesAnswer.parse(await (await post(batch, GIVE_TOKEN)).json());
      expect(second).toEqual({ added: 0, changed: 0, known: 1, refused: expected });
    });

    it('waits for a batch that comes over a slow line longer than for any answer', async () => {
      const slow = await createTestApi({ database, config: { articleTokens: [GIVE_TOKEN], timeoutMs: 20 } });
      const parts = ['{"articles":', '[', ']', '}'].map((text) => new TextEncoder().encode(text));
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        async pull(stream) {
          await setTimeout(20);
          const part = parts.shift();
          if (part === undefined) stream.close();
          else stream.enqueue(part);
        },
      });
      const headers = { authorization: `Bearer ${GIVE_TOKEN}` };
      const init = { method: 'POST', headers, body, duplex: 'half' }; // which TypeScript's DOM types lack
      const response = await slow.ask('/v1/articles', init);
      expect(response.status).toBe(202);
      await slow.api.stop();
    });

    it('takes no more while too many wait for their story', async () => {
      const full = await createTestApi({ database, config: { articleTokens: [GIVE_TOKEN], waitingMax: 0 } });
      const init = { method: 'POST', body: '{"articles":[]}', headers: { authorization: `Bearer ${GIVE_TOKEN}` } };
      const response = await full.ask('/v1/articles', init);
      expect(response.status).toBe(503);
      expect(await problemOf(response)).toBe('busy');
      await full.api.stop();
    });

    it.each([null, {}, { articles: 'all' }, { articles: Array.from({ length: 501 }, () => ({})) }])(
      'refuses a batch that is none (%#)',
      async (body) => {
        expect(await problemOf(await post(body, GIVE_TOKEN))).toBe('bad-request');
      },
    );
  });

  describe('addresses', () => {
    it('knows no others', async () => {
      expect(await problemOf(await ask('/v2/meta'))).toBe('not-found');
      expect(await problemOf(await ask('/v1/stories/a/b/c'))).toBe('not-found');
    });

    it('says which methods it takes', async () => {
      const response = await ask('/v1/meta', { method: 'DELETE' });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
      expect(await problemOf(response)).toBe('method-not-allowed');
      expect((await ask('/v1/match')).headers.get('allow')).toBe('POST, OPTIONS');
    });

    it('lets the pages of any extension ask', async () => {
      const response = await ask('/v1/match', {
        method: 'OPTIONS',
        headers: { origin: 'moz-extension://invented', 'access-control-request-method': 'POST' },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-methods')).toContain('POST');
      expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    });

    it('answers HEAD like GET without the body', async () => {
      const response = await ask('/v1/meta', { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
    });
  });

  describe('documents', () => {
    it('describes every address for programs', async () => {
      const document = await (await ask('/openapi.json')).json();
      expect(document.openapi).toBe('3.1.0');
      expect(Object.keys(document.paths)).toHaveLength(8);
      const text = JSON.stringify(document);
      const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));
      expect(named.size).toBeGreaterThan(8);
      for (const name of named) expect(document.components.schemas).toHaveProperty(name ?? '');
    });

    it('describes them for people, with nothing from elsewhere on the page', async () => {
      const response = await ask('/');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await response.text();
      expect(page).toContain('GET /v1/lookup/{prefix}');
      expect(page).not.toMatch(/<script|src=|https?:\/\//);
    });
  });

  describe('operations', () => {
    it('lives, is ready, and stops being ready when it shuts down', async () => {
      expect((await ask('/health')).status).toBe(200);
      expect((await ask('/ready')).status).toBe(200);
      const other = await createTestApi({ database });
      other.api.drain();
      expect(await problemOf(await other.ask('/ready'))).toBe('not-ready');
      expect((await other.ask('/health')).status).toBe(200);
      await other.api.stop();
    });

    it('gives its counts to its own network only', async () => {
      expect(await problemOf(await ask('/metrics'))).toBe('unauthorized');
      const proxied = { peer: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.5' } };
      expect((await ask('/metrics', proxied)).status).toBe(401);
      const response = await ask('/metrics', { peer: '127.0.0.1' });
      const text = await response.text();
      expect(text).toMatch(/parallax_http_questions_total\{route="lookup",status="200"\} [1-9]/);
      expect(text).toContain('parallax_index_articles');
      expect(text).toContain('parallax_lookup_bits');
    });

    it('logs neither requests nor clients', async () => {
      await ask(`/v1/stories/s-unheard?secret=word`, { peer: '203.0.113.77' });
      const written = JSON.stringify(lines);
      expect(written).toContain('"route":"story"');
      expect(written).not.toMatch(/secret|unheard|s-bridge|203\.0\.113|198\.51\.100|lookup\/|Karstova/);
    });
  });

  it('answers only those with the read token where there is one, and lets no proxy keep the answers', async () => {
    const closed = await createTestApi({ database, config: { readToken: READ_TOKEN } });
    expect(MetaAnswer.parse(await (await closed.ask('/v1/meta')).json()).needsToken).toBe(true);
    for (const path of ['/v1/stories', '/v1/lookup/0', `/v1/stories/${BRIDGE.id}`, '/v1/outlets/record']) {
      expect(await problemOf(await closed.ask(path))).toBe('unauthorized');
    }
    const response = await closed.ask('/v1/stories', { headers: { authorization: `Bearer ${READ_TOKEN}` } });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toMatch(/^private/);
    await closed.api.stop();
  });

  it('limits the rate of a client by its address behind a trusted proxy, and nobody else’s', async () => {
    const rates = { perMinute: 6, burst: 3 };
    const limited = await createTestApi({
      database,
      config: {
        rates: { read: rates, match: rates, articles: rates },
        trustedProxies: { by: 'count', count: 1 },
      },
    });
    const from = (address: string) =>
      limited.ask('/v1/meta', { peer: '10.0.0.2', headers: { 'x-forwarded-for': `192.0.2.99, ${address}` } });
    for (let n = 0; n < 3; n++) expect((await from('203.0.113.1')).status).toBe(200);
    const refused = await from('203.0.113.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(refused)).toBe('rate-limited');
    expect((await from('203.0.113.2')).status).toBe(200);
    expect((await limited.ask('/health', { peer: '203.0.113.1' })).status).toBe(200);
    await limited.api.stop();
  });

  it('counts what stands beside a story with the matches', async () => {
    const match = { perMinute: 6, burst: 1 };
    const limited = await createTestApi({ database, config: { rates: { ...generous, match } } });
    const context = `/v1/stories/${BRIDGE.id}/context`;
    expect((await limited.ask(`${context}?languages=en,de`)).status).toBe(200);
    expect((await limited.ask(`${context}?languages=de,en&utcOffset=60`)).status).toBe(429);
    expect((await limited.ask(`/v1/stories/${BRIDGE.id}`)).status).toBe(200);
    await limited.api.stop();
  });

  it('never fails on requests that no client of ours would send', { timeout: 60_000 }, async () => {
    const words = [
      '',
      '%',
      '%ff',
      '%00',
      '..',
      "'",
      '"',
      '\\',
      '0'.repeat(3000),
      'é',
      '😀',
      '{}',
      'null',
      '-1',
      '1e9',
      '$1',
    ];
    const cursors = ['{"v":"latest","r":1e99,"u":1,"i":"a","s":1}', '{"v":"latest","r":1,"u":1,"i":"\\u0000","s":1}'];
    const texts = [
      ...words.map((word) => encodeURI(word).replaceAll('#', '%23')),
      ...['%00', 'a%00b', '%ff', '%ed%a0%80'],
      ...cursors.map((one) => Buffer.from(one).toString('base64url')),
    ];
    const paths = texts.flatMap((text) => {
      return [
        `/v1/lookup/${text}`,
        `/v1/stories/${text}`,
        `/v1/stories/${text}/context`,
        `/v1/outlets/${text}`,
        ...['view', 'limit', 'cursor', 'outletsMin', 'outlet', 'q', 'country', 'side'].map(
          (name) => `/v1/stories?${name}=${text}`,
        ),
        `/v1/stories/${BRIDGE.id}/context?languages=${text}&utcOffset=${text}`,
      ];
    });
    const fuzzed = await createTestApi({ database, config: { rates: generous } });
    for (const path of paths) {
      const response = await fuzzed.ask(path);
      expect([200, 400, 404], path).toContain(response.status);
    }
    for (const body of ['\u0000', '[[[[', '{"title":{}}', '{"articles":[null]}', '\ud800', 'x'.repeat(10_000)]) {
      const response = await fuzzed.ask('/v1/match', { method: 'POST', body });
      expect([400, 413], body).toContain(response.status);
    }
    await fuzzed.api.stop();
  });
});

const generous = {
  read: { perMinute: 1e6, burst: 1e6 },
  match: { perMinute: 1e6, burst: 1e6 },
  articles: { perMinute: 1e6, burst: 1e6 },
};
