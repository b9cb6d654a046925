// The sample newsroom: its stories are well formed, marked as invented, and served as by a real web server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BIAS_STEPS } from '../../../../engine/bias-scale.ts';
import { publishIssue } from '../../../../scripts/newsroom/issue-of-the-day.ts';
import { type Newsroom, startNewsroom } from '../../../../scripts/newsroom/newsroom.ts';
import { SAMPLE_OUTLETS } from '../../../../scripts/newsroom/sample-outlet.ts';
import { sampleOutletPack, sampleRatingPacks } from '../../../../scripts/newsroom/sample-packs.ts';
import { SAMPLE_STORIES } from '../../../../scripts/newsroom/sample-stories.ts';
import { stepOf, storyTruth } from '../../../support/story-truth.ts';

const NOW = Date.UTC(2026, 2, 4, 12);
const issue = publishIssue({ now: NOW, isUpdated: false });

describe('content', () => {
  test('every article has an address of its own on its outlet’s host', () => {
    expect(new Set(issue.map((article) => article.url)).size).toBe(issue.length);
    for (const { url, outlet } of issue) expect(new URL(url).hostname).toBe(outlet.host);
  });

  test('hosts are under .test, and outlets cover the whole scale and the unrated', () => {
    for (const { host } of SAMPLE_OUTLETS) expect(host).toMatch(/^[a-z-]+\.test$/);
    const steps = SAMPLE_OUTLETS.map(stepOf);
    for (const step of [...BIAS_STEPS, null]) expect(steps).toContain(step);
    expect(new Set(SAMPLE_OUTLETS.map((outlet) => outlet.country)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(SAMPLE_OUTLETS.map((outlet) => outlet.lang))).toEqual(new Set(['en', 'de', 'fr']));
  });

  test('stories have one to fourteen articles, of real length, published within the last week', () => {
    const sizes = SAMPLE_STORIES.map((story) => story.articles.length);
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBe(14);
    for (const article of issue) {
      expect(article.paragraphs.length).toBeGreaterThanOrEqual(3);
      expect(article.paragraphs.join(' ').length).toBeGreaterThan(350);
      expect(NOW - article.publishedAt).toBeGreaterThan(0);
      expect(NOW - article.publishedAt).toBeLessThan(7 * 86_400_000);
    }
  });

  test('four papers copy the agency’s report of the bridge and credit it', () => {
    const copies = issue.filter((article) => article.credit === 'Northwire');
    expect(copies).toHaveLength(4);
    const truth = storyTruth(issue, 'bridge');
    expect(truth.articles).toHaveLength(14);
    expect(truth.reports).toBe(10);
    expect(truth.spread).toEqual({ left: 3, center: 4, right: 5, rated: 12, unrated: 1 });
  });

  test('no outlet of the right reports the union vote', () => {
    expect(storyTruth(issue, 'union').spread).toEqual({ left: 3, center: 3, right: 0, rated: 6, unrated: 1 });
  });

  test('the packs cover the same outlets as the sites', () => {
    expect(sampleOutletPack().outlets.map((outlet) => outlet.id)).toEqual(SAMPLE_OUTLETS.map((outlet) => outlet.id));
    const rated = SAMPLE_OUTLETS.filter((outlet) => outlet.compass !== null).map((outlet) => outlet.id);
    for (const pack of sampleRatingPacks()) expect(Object.keys(pack.values)).toEqual(rated);
  });
});

describe('served', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom({ now: NOW });
  });
  afterAll(() => newsroom.close());

  const get = async (host: string, path: string, headers: Record<string, string> = {}) => {
    const { request } = await import('node:http');
    return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const asked = request({ port: newsroom.httpPort, path, headers: { host, ...headers } }, async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
      asked.on('error', reject).end();
    });
  };

  test('every page and feed says that it is invented', async () => {
    for (const { host, feed, sections } of SAMPLE_OUTLETS) {
      const paths = ['/', '/about', feed.path, `/section/${sections[0]}`];
      for (const path of paths) {
        const { status, body } = await get(host, path);
        expect(status).toBe(200);
        expect(body).toMatch(/Invented sample|Erfundene Beispiel|exemple inventé/);
      }
    }
    for (const { outlet, path } of issue) {
      expect((await get(outlet.host, path)).body).toContain('data-sample="invented"');
    }
  });

  test('answers 304 to those who have this version, by ETag or date, until the update', async () => {
    const path = '/wire/latest.xml';
    const first = await get('northwire.test', path);
    const byTag = { 'if-none-match': String(first.headers.etag) };
    expect((await get('northwire.test', path, byTag)).status).toBe(304);
    expect(
      (await get('northwire.test', path, { 'if-modified-since': String(first.headers['last-modified']) })).status,
    ).toBe(304);
    newsroom.setUpdated();
    const second = await get('northwire.test', path, byTag);
    expect(second.status).toBe(200);
    expect(second.body).toContain('Storm Odile death toll rises to five');
  });

  test('the updated article keeps its address and published time', () => {
    const before = issue.find((article) => article.slug === 'storm-odile-landfall-sable-coast');
    const after = newsroom.issue().find((article) => article.slug === 'storm-odile-landfall-sable-coast');
    expect(after?.url).toBe(before?.url);
    expect(after?.publishedAt).toBe(before?.publishedAt);
    expect(after?.title).not.toBe(before?.title);
  });

  test('www leads to the bare host; other hosts and paths are not found', async () => {
    const redirect = await get('www.northwire.test', '/about');
    expect([redirect.status, redirect.headers.location]).toEqual([301, 'https://northwire.test/about']);
    expect((await get('northwire.test', '/nothing')).status).toBe(404);
    expect((await get('elsewhere.test', '/')).status).toBe(404);
  });

  test('a held answer arrives when it is released, and an override comes first', async () => {
    const release = newsroom.hold((host) => host === 'iron-gate.test');
    let isAnswered = false;
    const held = get('iron-gate.test', '/').then((answer) => {
      isAnswered = true;
      return answer;
    });
    await get('northwire.test', '/');
    expect(isAnswered).toBe(false);
    release();
    expect((await held).status).toBe(200);
    newsroom.setOverride((host) =>
      host === 'iron-gate.test' ? { status: 503, headers: { 'retry-after': '60' } } : undefined,
    );
    expect((await get('iron-gate.test', '/')).status).toBe(503);
    newsroom.setOverride(null);
    expect(newsroom.requests.at(-1)).toMatchObject({ host: 'iron-gate.test', status: 503, scheme: 'http' });
  });
});
