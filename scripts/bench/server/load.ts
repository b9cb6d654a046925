// Sends HTTP requests over persistent connections, as fast as they are answered or at a fixed rate, and measures response times.
//
// Uses bare sockets, because a full client would cost more than the measured server. At a fixed rate, a request's time starts
// when it was due, so that a server that falls behind is not spared by a client that waits for it.
import { connect, type Socket } from 'node:net';

export type Load = {
  readonly port: number;
  readonly connections: number;
  readonly durationMs: number;
  /** Requests per second in total; null: as many as are answered. */
  readonly rate: number | null;
  readonly questions: readonly Question[];
};

export type Question = { readonly path: string; readonly body?: string };

export type LoadReport = {
  readonly answered: number;
  readonly failed: number;
  readonly perSecond: number;
  readonly bytes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of a cache in front, according to its X-Cache header. */
  readonly cacheHits: number;
};

export async function runLoad(load: Load): Promise<LoadReport> {
  const times: number[] = [];
  let failed = 0;
  let bytes = 0;
  let cacheHits = 0;
  let next = 0;
  const start = performance.now();
  const end = start + load.durationMs;

  async function runConnection(index: number): Promise<void> {
    const ask = await openConnection(load.port);
    const everyMs = load.rate === null ? 0 : (1000 * load.connections) / load.rate;
    let due = start + (everyMs * index) / load.connections;
    for (;;) {
      const now = performance.now();
      if (now >= end || due >= end) break;
      if (everyMs > 0 && due > now) await new Promise((resolve) => setTimeout(resolve, due - now));
      const begun = everyMs > 0 ? Math.min(due, performance.now()) : performance.now(); // a timer may fire slightly early
      due += everyMs;
      const question = load.questions[next++ % load.questions.length];
      if (question === undefined) break;
      const answer = await ask(question);
      times.push(performance.now() - begun);
      bytes += answer.bytes;
      if (answer.status !== 200) failed++;
      if (answer.isCacheHit) cacheHits++;
    }
    ask.close();
  }

  await Promise.all(Array.from({ length: load.connections }, (_, index) => runConnection(index)));
  const seconds = (performance.now() - start) / 1000;
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    answered: times.length,
    failed,
    perSecond: times.length / seconds,
    bytes,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cacheHits,
  };
}

type Answer = { readonly status: number; readonly bytes: number; readonly isCacheHit: boolean };
type Connection = ((question: Question) => Promise<Answer>) & { readonly close: () => void };

async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const receive = createReceiver(socket);
  const ask = ({ path, body }: Question) => {
    const method = body === undefined ? 'GET' : 'POST';
    const more =
      body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept-encoding: gzip\r\n${more}\r\n${body ?? ''}`);
    return receive();
  };
  return Object.assign(ask, { close: () => socket.destroy() });
}

/** Reads one answer after the other; each of the server's answers has a content-length. */
function createReceiver(socket: Socket): () => Promise<Answer> {
  let waiting: { resolve: (answer: Answer) => void; reject: (cause: Error) => void } | null = null;
  let head = '';
  let answer: Answer | null = null;
  let missing = 0;
  socket.on('data', (chunk) => {
    let rest = chunk;
    if (answer === null) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      const isCacheHit = /\r\nx-cache: *HIT/i.test(head.slice(0, end));
      answer = { status: Number(head.slice(9, 12)), bytes: length, isCacheHit };
      missing = length;
      rest = Buffer.from(head.slice(end + 4), 'latin1');
      head = '';
    }
    missing -= rest.length;
    if (missing > 0) return;
    const done = answer;
    answer = null;
    waiting?.resolve(done);
  });
  const fail = (cause?: Error) => waiting?.reject(cause ?? new Error('the server closed the connection'));
  socket.on('error', fail);
  socket.on('close', () => fail());
  return () =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
}
