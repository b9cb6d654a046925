// Explains to the operator why the API cannot listen at the configured address.

export class CannotListen extends Error {
  override readonly name = 'CannotListen';
  readonly code: string | null;
  constructor(cause: unknown) {
    super('The API cannot listen.', { cause });
    this.code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  }
}

/** Null for any other error. */
export function explainListening(cause: unknown, port: number): string | null {
  if (!(cause instanceof CannotListen)) return null;
  switch (cause.code) {
    case 'EADDRINUSE':
      return `PORT (or --port) ${port} is in use by another program.`;
    case 'EACCES':
      return `PORT (or --port) ${port} is one that the system does not let this program use; those from 1024 are free to all.`;
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return 'HOST (or --host) is no address of this machine.';
    default:
      return null;
  }
}
