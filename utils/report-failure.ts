// Puts an unexpected failure on the console; what fails only because the browser ends is none.

export function reportFailure(what: string, cause: unknown): void {
  if (!String(cause).includes('browser is shutting down')) console.error(`Parallax: ${what} failed`, cause);
}
