// POST /v1/match: finds the story of a page that no lookup knows, from its words alone. Nothing of the request is kept.
import { type MatchAnswer, MatchQuestion } from '../../engine/api.ts';
import type { ApiParts } from './api-parts.ts';
import type { Handler } from './guard.ts';
import { problemReply } from './problem.ts';
import { readJsonBody } from './read-json-body.ts';
import { jsonReply } from './reply.ts';

/** The longest headline and lead, with each character written as a six-byte escape. */
const BODY_BYTES_MAX = 16_000;

/** Matches are computed one after the other on this process's single thread: a longer queue would take over a second. */
const WAITING_MAX = 40;

export function createMatch({ index, matcher }: ApiParts): Handler {
  let waiting = 0;
  return async (ask) => {
    const body = await readJsonBody(ask.req.raw, BODY_BYTES_MAX);
    if (!body.ok) return problemReply(body.error.reason === 'too-large' ? 'too-large' : 'bad-request');
    const question = MatchQuestion.safeParse(body.value);
    if (!question.success) {
      return problemReply('bad-request', {
        detail: `"${question.error.issues[0]?.path.join('.')}" is invalid.`,
      });
    }
    const served = index.current();
    if (served === null) return problemReply('not-ready', { headers: { 'retry-after': '10' } });
    if (waiting >= WAITING_MAX) return problemReply('busy', { headers: { 'retry-after': '2' } });
    waiting++;
    try {
      const match = await matcher.match(question.data, served.generation);
      const answer: MatchAnswer = { match };
      return jsonReply(answer);
    } finally {
      waiting--;
    }
  };
}
