// Names of the firehose's files: one a minute, YYYYMMDDHHMM00.gal.json.gz, in UTC.

export const MINUTE_MS = 60_000;

/** `minute`: epoch milliseconds, a multiple of a minute. */
export function toMinuteFile(minute: number): string {
  const digits = new Date(minute).toISOString().replace(/\D/g, '').slice(0, 12);
  return `${digits}00.gal.json.gz`;
}

/** Start of the last complete minute. */
export function lastFullMinute(now: number): number {
  return Math.floor(now / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
}
