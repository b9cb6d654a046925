// Logs an unexpected failure to the console, unless it only happened because the browser is shutting down.

export function reportFailure(what: string, cause: unknown): void {
  if (!String(cause).includes('browser is shutting down')) console.error(`Parallax: ${what} failed`, cause);
}
