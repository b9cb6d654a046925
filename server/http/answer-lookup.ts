// GET /v1/lookup/{prefix}: every article whose hash starts with the prefix, and the stories they belong to.
//
// Nearly every request is answered from memory, already compressed, under its prefix. The prefix length is chosen so that about a
// hundred articles share one, and all answers fit: 8,192 answers of 8 kB at 1,000,000 articles.
import { HashPrefix, LOOKUP_ALL } from '../../engine/api.ts';
import { type FoundByPrefix, readLookup } from '../store/read-lookup.ts';
import type { ApiParts } from './api-parts.ts';
import { cacheControlOf } from './cache-rules.ts';
import type { Handler } from './guard.ts';
import { isLengthAnswered, SHORTER_BITS } from './lookup-bits.ts';
import { problemReply } from './problem.ts';
import { readyText, replyWith } from './ready-answer.ts';

export function createLookup({ database, index, lookups, needsToken }: ApiParts): Handler {
  const cacheControl = cacheControlOf('lookup', { isPrivate: needsToken });
  return (ask) => {
    const asked = ask.req.param('prefix') ?? '';
    const kept = lookups.peek(asked);
    const sending = {
      acceptEncoding: ask.req.header('accept-encoding'),
      ifNoneMatch: ask.req.header('if-none-match'),
      cacheControl,
    };
    if (kept !== null) return replyWith(kept, sending);

    const prefix = HashPrefix.safeParse(asked);
    if (!prefix.success)
      return problemReply('bad-request', { detail: 'A prefix consists of zeros and ones, or is "all".' });
    const served = index.current();
    if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
    const { lookupBits } = served.facts;
    const length = prefix.data === LOOKUP_ALL ? 0 : prefix.data.length;
    if (!isLengthAnswered(length, lookupBits)) {
      const shortest = Math.max(0, lookupBits - SHORTER_BITS);
      const detail = `This server answers prefixes of ${shortest} to ${lookupBits} bits; 0 bits are "all".`;
      return problemReply('prefix-length', { detail });
    }
    const make = async () => readyText(toLookupText(await readLookup(database, prefix.data)));
    return lookups.get(asked, make).then((answer) => {
      return answer === null ? problemReply('not-found') : replyWith(answer, sending);
    });
  };
}

/** A LookupAnswer. Summaries are inserted as stored text, which was validated before it was written. */
function toLookupText({ articles, stories }: FoundByPrefix): string {
  return `{"articles":${JSON.stringify(articles)},"stories":[${stories.join()}]}`;
}
