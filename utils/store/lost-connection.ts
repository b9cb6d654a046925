// Thrown when a transaction could not even begin, so that nothing was read or written and all of it may be tried again.

export class LostConnection extends Error {
  override readonly name = 'LostConnection';
}
