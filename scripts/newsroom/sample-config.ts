// Reads the settings of a server on the sample newsroom, which must not come upon the database of a real one.
import { type ConfigSource, readConfig } from '../../server/config/read-config.ts';

const FOLDER = '.parallax-server/sample';

/** Its feeds would be taken away for those of invented outlets. Whoever names one with the command itself means it. */
const OF_A_REAL_SERVER = ['DATABASE_URL', 'DATA_FOLDER'] as const;

export function readSampleConfig({ args, env }: ConfigSource): ReturnType<typeof readConfig> {
  return readConfig({ args, env: { ...env, DATABASE_URL: '', DATA_FOLDER: FOLDER } });
}

/** A sentence when something of the environment is not used. */
export function tellUnusedSettings({ env }: Pick<ConfigSource, 'env'>): string | null {
  const unused = OF_A_REAL_SERVER.filter((name) => env[name]);
  if (unused.length === 0) return null;
  return `With --sample, ${unused.join(' and ')} of the environment stays unused: --database-url and --data-folder name a place for the sample newsroom.`;
}
