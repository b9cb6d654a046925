// A bare handler of the API's framework on a free port, which it reports to the parent process.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

/** Answers a constant of this many bytes. */
async function serveBare(bytes: number): Promise<number> {
  const json = JSON.stringify({ text: 'x'.repeat(Math.max(0, bytes - 11)) });
  const app = new Hono();
  app.get('/', (context) => context.body(json, 200, { 'content-type': 'application/json' }));
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const [bytes = ''] = process.argv.slice(2);
const port = await serveBare(Number(bytes));
process.send?.({ port });
