// Reads the settings of a server on the sample newsroom, which must not use the database of a real one.
import { err, ok, type Result } from '../../engine/result.ts';
import { type ConfigSource, readConfig } from '../../server/config/read-config.ts';

const FOLDER = '.parallax-server/sample';

/** Ignored in the environment: there, the invented outlets' feeds would replace real ones. Command-line flags do count. */
const OF_A_REAL_SERVER = ['DATABASE_URL', 'DATA_FOLDER'] as const;

export function readSampleConfig({ args, env }: ConfigSource): ReturnType<typeof readConfig> {
  return readConfig({ args, env: { ...env, DATABASE_URL: '', DATA_FOLDER: FOLDER } });
}

/** When the newsroom publishes: `--sample` means now, `--sample=TIME` that time. */
export function readSampleTime(sample: string, now: number): Result<number, string> {
  if (!sample.includes('=')) return ok(now);
  const at = Date.parse(sample.replace(/^.*?=/, ''));
  return Number.isNaN(at) ? err('--sample takes a time such as --sample=2026-11-29T12:00:00Z, or none.') : ok(at);
}

/** A sentence if settings from the environment are ignored; otherwise null. */
export function describeUnusedSettings({ env }: Pick<ConfigSource, 'env'>): string | null {
  const unused = OF_A_REAL_SERVER.filter((name) => env[name]);
  if (unused.length === 0) return null;
  return `With --sample, ${unused.join(' and ')} from the environment will be ignored: use --database-url or --data-folder to choose a database for the sample newsroom.`;
}
