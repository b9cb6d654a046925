// GET /openapi.json and /: the description of the API, for programs and for people.
import { hash } from 'node:crypto';
import type { ApiParts } from './api-parts.ts';
import { cacheControlOf } from './cache-rules.ts';
import { PAGE_STYLE, renderDocumentPage } from './document-page.ts';
import type { Handler } from './guard.ts';
import { createOpenApiDocument } from './openapi-document.ts';
import { readyAnswer, replyWith } from './ready-answer.ts';

const CACHE_CONTROL = cacheControlOf('document', { isPrivate: false });

export function createDocument({ config, needsToken }: ApiParts): Handler {
  const ready = readyAnswer(createOpenApiDocument({ name: config.name, needsToken }));
  return async (ask) => {
    const asked = {
      acceptEncoding: ask.req.header('accept-encoding'),
      ifNoneMatch: ask.req.header('if-none-match'),
    };
    return replyWith(await ready, { ...asked, cacheControl: CACHE_CONTROL });
  };
}

/** The page needs nothing except its own style, so nothing else is allowed. */
const POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', PAGE_STYLE, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function createDocumentPage({ config, needsToken }: ApiParts): Handler {
  const body = renderDocumentPage({ name: config.name, needsToken });
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': CACHE_CONTROL,
  };
  return () => ({ status: 200, headers, body });
}
