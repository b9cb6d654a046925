// The time until a given article is found by a lookup, while 200 articles a second come in, on the complete server.
import { ArticlesAnswer, LookupAnswer, MetaAnswer, toHashPrefix } from '../../../engine/api.ts';
import { toArticleId } from '../../../engine/ids.ts';
import { type BenchRow, ms, quantile } from '../bench-table.ts';
import { inventStream } from '../invented-stream.ts';
import { GIVERS_TOKEN, startRole } from './start-role.ts';

const PER_SECOND = 200;
const SECONDS = Number(process.env.PARALLAX_BENCH_VISIBLE_SECONDS ?? 30);
const GIVE_UP_MS = 60_000;
const LOOK_EVERY_MS = 100;

export async function measureVisible(databaseUrl: string): Promise<BenchRow> {
  const cluster = startRole('cluster', databaseUrl);
  const api = startRole('api', databaseUrl);
  try {
    const address = `http://127.0.0.1:${await api.port}`;
    await untilReady(address);
    const articles = inventStream({ leadWords: 45 });
    const start = performance.now();
    const seen: Promise<number>[] = [];
    for (let second = 0; second < SECONDS; second++) {
      const wait = start + second * 1000 - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const batch = Array.from({ length: PER_SECOND }, () => {
        const { url = '', title = '', lead = '', lang } = articles.next().value ?? {};
        return { url, title, lead, lang, publishedAt: Date.now() };
      });
      const given = performance.now();
      await give(address, batch);
      const url = batch[second % PER_SECOND]?.url ?? '';
      seen.push(untilFound(address, url).then((at) => at - given));
    }
    const spent = (performance.now() - start) / 1000;
    const times = await Promise.all(seen);
    return {
      what: `given to found by lookup, at ${Math.round((SECONDS * PER_SECOND) / spent)} articles a second for ${SECONDS} s`,
      ours: `median ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`,
      beside: '–',
      ratio: null,
      target: 'under 5 s',
    };
  } finally {
    api.stop();
    cluster.stop();
  }
}

async function untilReady(address: string): Promise<void> {
  const giveUp = performance.now() + GIVE_UP_MS;
  while ((await fetch(`${address}/ready`)).status !== 200) {
    if (performance.now() > giveUp) throw new Error('the server does not become ready');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function give(address: string, articles: readonly unknown[]): Promise<void> {
  const headers = { authorization: `Bearer ${GIVERS_TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${address}/v1/articles`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ articles }),
  });
  const answer = ArticlesAnswer.parse(await response.json());
  if (answer.added !== articles.length) throw new Error(`${answer.added} of ${articles.length} articles were taken`);
}

/** Like the extension, with the prefix length that the server recommends at that time. */
async function untilFound(address: string, url: string): Promise<number> {
  const id = toArticleId(url);
  const giveUp = performance.now() + GIVE_UP_MS;
  while (performance.now() < giveUp) {
    const { lookupBits } = MetaAnswer.parse(await (await fetch(`${address}/v1/meta`)).json());
    const response = await fetch(`${address}/v1/lookup/${toHashPrefix(id, lookupBits)}`);
    if (response.status === 200) {
      const { articles } = LookupAnswer.parse(await response.json());
      if (articles.some((article) => article.id === id)) return performance.now();
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return Number.POSITIVE_INFINITY;
}
