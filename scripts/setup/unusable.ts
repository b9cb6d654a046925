// An input that a command cannot use, reported in one sentence with file and line instead of a stack trace.

export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** `place`: a file, with a line if known. */
type Where = { readonly place: string; readonly cause?: unknown };

export function unusable(what: string, { place, cause }: Where): Unusable {
  return new Unusable(`${place}: ${what}.`, { cause });
}

/** Ends the process, whatever else the command is doing. */
export async function exitIfUnusable(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Unusable)) throw cause;
    console.error(cause.message);
    process.exit(1);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the system does not allow that',
  EISDIR: 'this is a folder',
  ENOSPC: 'the disk is full',
  EPERM: 'the system does not allow that',
};

type FailedAccess = { readonly file: string; readonly access: Access };
type Access = 'read' | 'write';

/** Explains an error of the file system or of decompression; other errors are returned unchanged. */
export function explainFile(cause: unknown, { file, access }: FailedAccess): unknown {
  if (!(cause instanceof Error && 'code' in cause && typeof cause.code === 'string')) return cause;
  const reason = findReason(cause.code, access);
  return reason === undefined ? cause : unusable(reason, { place: file, cause });
}

function findReason(code: string, access: Access): string | undefined {
  if (code.startsWith('Z_')) return 'this is not a complete gzip file';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no such ${access === 'read' ? 'file' : 'folder'}`;
  return REASONS[code];
}
