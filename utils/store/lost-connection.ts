// Thrown when a transaction could not begin, so that nothing was read or written and everything may be retried.

export class LostConnection extends Error {
  override readonly name = 'LostConnection';
}
