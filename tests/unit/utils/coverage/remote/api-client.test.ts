// Requests only go to the chosen server, even if it redirects to another one.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { StoryId } from '../../../../../engine/ids.ts';
import { createApiClient } from '../../../../../utils/coverage/remote/api-client.ts';
import { type ApiQuestion, askMatch, askMeta, askStory } from '../../../../../utils/coverage/remote/api-question.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer ?? (() => {}));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Requests to another host when the chosen server redirects each request there. */
async function askRedirecting(question: ApiQuestion<unknown>): Promise<readonly (string | undefined)[]> {
  const asked: (string | undefined)[] = [];
  const other = await listen((request, response) => {
    asked.push(request.url);
    response.setHeader('connection', 'close').end('{}');
  });
  const chosen = await listen((request, response) => {
    response.writeHead(308, { location: other + request.url, connection: 'close' }).end();
  });
  const client = createApiClient({
    server: { base: `${chosen}/`, host: '127.0.0.1', origin: `${chosen}/*`, token: '', isManaged: true },
    fetch,
    isOnline: () => true,
    isAllowed: async () => true,
    record: async () => async () => {},
    rest: { isOn: async () => false, begin: async () => {} },
    now: () => 0,
  });
  const answer = await client.send(question, { signal: new AbortController().signal });
  expect(answer).toMatchObject({ ok: false, error: { error: { problem: 'unreadable' } } });
  return asked;
}

test('words of a page, and requests about pages, go to no other host', async () => {
  const words = { title: 'Bridge closed', lead: '', lang: 'en', kind: 'report', publishedAt: null } as const;
  expect(await askRedirecting(askMatch(words))).toEqual([]);
  expect(await askRedirecting(askMeta())).toEqual([]);
});

test('the redirect of a merged story is followed, but not to another host', async () => {
  expect(await askRedirecting(askStory(StoryId.parse('s-1')))).toEqual(['/v1/stories/s-1']);
});
