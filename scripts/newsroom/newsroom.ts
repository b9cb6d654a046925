// Serves every sample outlet by its host name on one HTTP and one HTTPS port of this machine, and logs the requests.
import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { readCertificate } from '../setup/certificate.ts';
import { renderArticlePage } from './article-page.ts';
import { renderFeed } from './feed-document.ts';
import { type PublishedArticle, publishIssue } from './issue-of-the-day.ts';
import { renderAboutPage, renderFrontPage, renderMissingPage, renderSectionPage } from './listing-page.ts';
import { SAMPLE_OUTLETS, type SampleOutlet } from './sample-outlet.ts';

export type LoggedRequest = {
  readonly at: number;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** Answers in place of an outlet, for tests that need errors or other pages; undefined: it answers. `path` includes the query. */
export type Override = (host: string, path: string) => Answer | undefined;

export type Newsroom = {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly issue: () => readonly PublishedArticle[];
  /** From now on articles with an update show it, at the same address. */
  readonly setUpdated: () => void;
  readonly setOverride: (override: Override | null) => void;
  /** Delays the answers to matching requests until the returned function is called. */
  readonly hold: (isHeld: (host: string, path: string) => boolean) => () => void;
  readonly requests: LoggedRequest[];
  readonly close: () => Promise<void>;
};

export type NewsroomOptions = {
  readonly now: number;
  /** 0, the default, picks a free port. */
  readonly httpPort?: number;
  readonly httpsPort?: number;
};

const CERTIFICATE_FOLDER = path.resolve(import.meta.dirname, '../../.tools');

export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  let articles = publishIssue({ now: options.now, isUpdated: false });
  let changedAt = options.now;
  let override: Override | null = null;
  const holds = new Set<{ isHeld: (host: string, path: string) => boolean; released: Promise<unknown> }>();
  const requests: LoggedRequest[] = [];

  const handle = (scheme: 'http' | 'https') => async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const { pathname } = new URL(request.url ?? '/', 'http://newsroom.test');
    for (const { isHeld, released } of holds) if (isHeld(host, pathname)) await released;
    const answer = override?.(host, request.url ?? '/') ?? answerFor({ host, pathname, articles, changedAt });
    const { status, headers, body } = withCaching(answer, request.headers);
    requests.push({ at: Date.now(), scheme, host, path: request.url ?? '/', status, headers: request.headers });
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  };

  const plain = http.createServer(handle('http'));
  const secure = https.createServer(readCertificate(CERTIFICATE_FOLDER), handle('https'));
  const httpPort = await listen(plain, options.httpPort ?? 0);
  const httpsPort = await listen(secure, options.httpsPort ?? 0);
  return {
    httpPort,
    httpsPort,
    issue: () => articles,
    setUpdated: () => {
      articles = publishIssue({ now: options.now, isUpdated: true });
      changedAt += 1000;
    },
    setOverride: (next) => {
      override = next;
    },
    hold: (isHeld) => {
      const released = new EventEmitter();
      const held = { isHeld, released: once(released, 'release') };
      holds.add(held);
      return () => {
        holds.delete(held);
        released.emit('release');
      };
    },
    requests,
    close: async () => {
      await Promise.all([close(plain), close(secure)]);
    },
  };
}

type PageQuestion = { readonly pathname: string; readonly articles: readonly PublishedArticle[] };
type Question = PageQuestion & { readonly host: string; readonly changedAt: number };

function answerFor({ host, pathname, articles, changedAt }: Question): Answer {
  const bare = host.replace(/^www\./, '');
  const outlet = SAMPLE_OUTLETS.find((candidate) => candidate.host === bare);
  if (outlet === undefined) return { status: 404, body: 'The sample newsroom has no outlet of this name.' };
  if (host !== bare) return { status: 301, headers: { location: `https://${bare}${pathname}` } };
  const own = articles.filter((article) => article.outlet === outlet);
  if (pathname === outlet.feed.path) {
    const { contentType, text } = renderFeed(outlet, own);
    return {
      status: 200,
      headers: { 'content-type': contentType, 'last-modified': new Date(changedAt).toUTCString() },
      body: text,
    };
  }
  const page = pageFor(outlet, { pathname, articles: own });
  return {
    status: page === null ? 404 : 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: page ?? renderMissingPage(outlet),
  };
}

function pageFor(outlet: SampleOutlet, { pathname, articles }: PageQuestion): string | null {
  if (pathname === '/') return renderFrontPage(outlet, articles);
  if (pathname === '/about') return renderAboutPage(outlet);
  const section = outlet.sections.find((name) => pathname === `/section/${name}`);
  if (section !== undefined) {
    return renderSectionPage(outlet, { section, articles: articles.filter((article) => article.section === section) });
  }
  const article = articles.find((candidate) => candidate.path === pathname);
  return article === undefined ? null : renderArticlePage(article);
}

/** Adds an ETag, and answers 304 to clients that have this version. */
function withCaching(answer: Answer, request: http.IncomingHttpHeaders): Answer {
  if (answer.status !== 200 || answer.body === undefined) return answer;
  const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 16)}"`;
  const headers: Record<string, string> = { ...answer.headers, etag };
  const asked = request['if-none-match'];
  const since = request['if-modified-since'];
  const isKnown = asked === undefined ? since !== undefined && since === headers['last-modified'] : asked === etag;
  return isKnown ? { status: 304, headers } : { ...answer, headers };
}

async function listen(server: http.Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function close(server: http.Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
