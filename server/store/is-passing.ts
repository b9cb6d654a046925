// Whether a failure of the database passes by itself: it is away, starts, or is out of room or connections; the same may be asked again.

/** PostgreSQL's classes of a lost connection, a lack of resources and an operator's stop, and the system's errors of connections. */
const CODES = /^08|^53|^57P0|^E(?:CONN|PIPE$|TIMEDOUT$|HOST|NET|NOTFOUND$|AI_AGAIN$)/;
/** The client's own, which have no code. */
const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function isPassing(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return ('code' in cause && CODES.test(String(cause.code))) || MESSAGES.test(cause.message);
}
