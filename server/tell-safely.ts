// What may be logged of an exception whose message may quote what a reader asked or an article says: its kind, code and place.

/** PostgreSQL's states and the system's errors. */
const CODE = /^[0-9A-Z]{5}$|^E[A-Z]+$/;

/** What happened, by its code, and where in our own code: that names no content. */
export function tellSafely(cause: unknown): string {
  const frame = cause instanceof Error ? cause.stack?.split('\n').find((line) => PLACE.test(line)) : undefined;
  const place = PLACE.exec(frame ?? '')?.[1] ?? 'outside of the server';
  if (!(cause instanceof Error)) return `${typeof cause} at ${place}`;
  const code = 'code' in cause && typeof cause.code === 'string' && CODE.test(cause.code) ? ` ${cause.code}` : '';
  return `${cause.name}${code} at ${place}`;
}

const PLACE = /^ +at .*\/((?:server|engine)\/[\w/.-]+:\d+)/;
