// What a handler returns before it becomes a Response: status, headers as a plain record, and the body.
//
// The record stays plain because the Node adapter sends such headers as they are; a Headers object would be built, normalized and
// taken apart again for every request.

export type HeaderRecord = Readonly<Record<string, string>>;

export type Reply = {
  readonly status: number;
  readonly headers: HeaderRecord;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
};

/** Any page or extension may call the API, without cookies: a reader's session opens nothing here. */
export const OPEN_TO_ALL: HeaderRecord = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, date, age',
  'x-content-type-options': 'nosniff',
};

export const JSON_TYPE = 'application/json; charset=utf-8';

/** For answers that no cache may store. */
export const NO_STORE = 'no-store';

export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(body, { status, headers });
}

export function jsonReply(value: unknown, { status = 200, headers = {} }: Partial<Omit<Reply, 'body'>> = {}): Reply {
  return {
    status,
    headers: { ...OPEN_TO_ALL, 'content-type': JSON_TYPE, 'cache-control': NO_STORE, ...headers },
    body: JSON.stringify(value),
  };
}
