// Whether a database failure is temporary (unreachable, starting, out of room or connections), so that a retry makes sense.

/** PostgreSQL's classes for lost connections, lack of resources and operator intervention, and the system's connection errors. */
const CODES = /^08|^53|^57P0|^E(?:CONN|PIPE$|TIMEDOUT$|HOST|NET|NOTFOUND$|AI_AGAIN$)/;
/** Errors of the client library, which have no code. */
const MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

export function isTransient(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return ('code' in cause && CODES.test(String(cause.code))) || MESSAGES.test(cause.message);
}
