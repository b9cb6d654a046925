// What may be logged of an exception whose message may quote a reader's request or an article: its kind, code and location.

/** PostgreSQL's SQLSTATE codes and the system's errors. */
const CODE = /^[0-9A-Z]{5}$|^E[A-Z]+$/;

/** The code and the line in our own sources, which reveal no content. */
export function describeSafely(cause: unknown): string {
  const frame = cause instanceof Error ? cause.stack?.split('\n').find((line) => PLACE.test(line)) : undefined;
  const place = PLACE.exec(frame ?? '')?.[1] ?? 'outside of the server';
  if (!(cause instanceof Error)) return `${typeof cause} at ${place}`;
  const code = 'code' in cause && typeof cause.code === 'string' && CODE.test(cause.code) ? ` ${cause.code}` : '';
  return `${cause.name}${code} at ${place}`;
}

const PLACE = /^ +at .*\/((?:server|engine)\/[\w/.-]+:\d+)/;
