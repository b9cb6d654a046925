// A fetcher without any network: it answers by address, and records the requests.
import { err, ok } from '../../../engine/result.ts';
import type { SafeFailure, SafeFetch, SafeRequest } from '../../../server/ingest/safe-fetch.ts';

export type FakeAnswer =
  | {
      readonly status: number;
      readonly body?: Uint8Array | string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | SafeFailure['reason'];

export function createFakeFetch(answer: (request: SafeRequest) => FakeAnswer): SafeFetch & { asked: SafeRequest[] } {
  const asked: SafeRequest[] = [];
  return {
    asked,
    async fetch(request) {
      asked.push(request);
      const given = answer(request);
      if (typeof given === 'string') return err({ reason: given });
      const { status, body = '', headers = {} } = given;
      return ok({
        status,
        headers: { get: (name) => headers[name] ?? null },
        finalUrl: request.url,
        body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      });
    },
    close: async () => undefined,
  };
}
