// Explains to the operator in sentences why the database cannot be opened or used any more.
import { hasCode } from '../has-code.ts';

export function explainOpening(cause: unknown, folder: string): readonly string[] {
  const causes = [cause, cause instanceof Error ? cause.cause : null];
  if (causes.some(isDiskFull)) return [`The disk is full: the database in ${folder} has no room.`];
  const missingRight = causes.map(explainRights).find((sentence) => sentence !== null);
  if (missingRight !== undefined) return [missingRight];
  return causes.flatMap((one) => (one instanceof Error ? [one.message] : []));
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Null for any other error. */
export function explainRights(cause: unknown): string | null {
  if (!(cause instanceof Error && hasCode(cause, INSUFFICIENT_PRIVILEGE))) return null;
  return `DATABASE_URL names a user who may not make tables in schema public, or schemas: ${cause.message}.`;
}

/** Error codes of the system and of PostgreSQL. */
const FULL_CODES = ['ENOSPC', 'EDQUOT', '53100'];

/** WASI's error number; Emscripten's file system, which the embedded database writes through, throws no `Error`. */
const NO_SPACE = 51;

function isDiskFull(cause: unknown): boolean {
  if (FULL_CODES.some((code) => hasCode(cause, code))) return true;
  return typeof cause === 'object' && cause !== null && 'errno' in cause && cause.errno === NO_SPACE;
}
