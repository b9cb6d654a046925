// Answers the CORS preflight that browsers send before a request with a token or body: any origin is allowed, without cookies.
import { OPEN_TO_ALL, type Reply } from './reply.ts';

const DAY_S = 86_400;

export function answerPreflight(allow: string): Reply {
  return {
    status: 204,
    headers: {
      ...OPEN_TO_ALL,
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers': 'authorization, content-type, if-none-match',
      'access-control-max-age': String(DAY_S),
    },
    body: null,
  };
}
