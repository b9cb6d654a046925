// Reads how long a server asks to be left alone (Retry-After) or says that its answer stays fresh (Cache-Control).

/** Headers of a request or an answer; `Headers` of every host satisfies it. */
export type HeaderReader = { get(name: string): string | null };

/** Seconds or an HTTP date, as milliseconds from now; null when absent or in the past. */
export function readRetryAfterMs(headers: HeaderReader, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return at > now ? at - now : null;
}

export function readMaxAgeMs(headers: HeaderReader): number | null {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return null;
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
