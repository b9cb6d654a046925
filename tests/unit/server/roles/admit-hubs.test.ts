// Requests from hubs have a rate limit of their own, so that nobody can overload the database with them.
import { expect, it } from 'vitest';
import { admitHubs } from '../../../../server/roles/admit-hubs.ts';

const HUB = `https://server.test/websub/${'0'.repeat(32)}`;
const HUB_PEER = { peer: '203.0.113.1' };

it('refuses a client who calls too often, before anything is looked up, and nobody else', async () => {
  let clock = 0;
  let lookedUp = 0;
  const fetch = admitHubs({
    answerHub: async () => {
      lookedUp += 1;
      return new Response(null, { status: 404 });
    },
    api: async () => new Response('api'),
    trustedProxies: { by: 'count', count: 0 },
    ticks: () => clock,
    onFailure: (cause) => expect.fail(String(cause)),
  });
  const statusOf = async (url: string, host = HUB_PEER) => (await fetch(new Request(url), host)).status;
  for (let call = 0; call < 600; call += 1) expect(await statusOf(HUB)).toBe(404);
  const refused = await fetch(new Request(HUB, { method: 'POST', body: '<rss/>' }), HUB_PEER);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect(lookedUp).toBe(600);
  expect(await statusOf('https://server.test/v1/meta')).toBe(200);
  expect(await statusOf(HUB, { peer: '203.0.113.2' })).toBe(404);
  clock += 1000;
  expect(await statusOf(HUB)).toBe(404);
});

it('tells the operator when a hub could not be answered, and the hub to come again', async () => {
  const failures: unknown[] = [];
  const away = new Error('the database is away');
  const fetch = admitHubs({
    answerHub: () => Promise.reject(away),
    api: async () => new Response('api'),
    trustedProxies: { by: 'count', count: 0 },
    ticks: () => 0,
    onFailure: (cause) => failures.push(cause),
  });
  expect((await fetch(new Request(HUB, { method: 'POST', body: '<rss/>' }), HUB_PEER)).status).toBe(500);
  expect(failures).toEqual([away]);
});
