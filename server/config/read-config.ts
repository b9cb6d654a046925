// Reads the settings once, from the command line and the environment, and reports all mistakes at once, a sentence each.
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../engine/result.ts';
import { hasCode } from '../has-code.ts';
import { SETTING_NAMES, SETTINGS, Settings, toEnvName, toFlagName } from './settings.ts';

export type ConfigSource = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Messages never contain values, some of which are passwords. */
export function readConfig({ args, env }: ConfigSource): Result<Settings, readonly string[]> {
  const flags = readFlags(args);
  if (!flags.ok) return err([flags.error]);
  const texts = SETTING_NAMES.map((name) => {
    const text = flags.value[toFlagName(name)] ?? env[toEnvName(name)]?.trim();
    return [name, text === undefined || text === '' ? SETTINGS[name].fallback : text] as const;
  });
  const parsed = Settings.safeParse(Object.fromEntries(texts));
  if (parsed.success) return checkTogether(parsed.data);
  return err(
    parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${toEnvName(name)} (or --${toFlagName(name)}) ${message}.`;
    }),
  );
}

function readFlags(args: readonly string[]): Result<Readonly<Record<string, string | undefined>>, string> {
  const options = Object.fromEntries(SETTING_NAMES.map((name) => [toFlagName(name), { type: 'string' as const }]));
  try {
    return ok(parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values);
  } catch (cause) {
    if (hasCode(cause, 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')) {
      return err('A word on the command line does not belong to a setting: settings are written as --name value.');
    }
    const known = SETTING_NAMES.map((name) => `--${toFlagName(name)}`);
    const unknown = args.find((arg) => arg.startsWith('-') && !known.includes(arg.split('=')[0] ?? ''));
    return err(
      unknown === undefined
        ? 'A setting on the command line has no value: settings are written as --name value.'
        : `There is no setting ${unknown.split('=')[0]}. Settings: ${known.join(' ')}.`,
    );
  }
}

function checkTogether(config: Settings): Result<Settings, readonly string[]> {
  if (config.role !== 'all' && config.databaseUrl === null) {
    return err([
      `ROLE (or --role) ${config.role} needs DATABASE_URL: the embedded database can be used by one process only, with ROLE all.`,
    ]);
  }
  const { encoder, encoderAddress, encoderModel } = config;
  const missing = [
    ...(encoder === 'http' && encoderAddress === null ? ['ENCODER_ADDRESS'] : []),
    ...((encoder === 'http' || encoder === 'transformers') && encoderModel === null ? ['ENCODER_MODEL'] : []),
  ];
  if (missing.length > 0) return err([`ENCODER (or --encoder) ${encoder} needs ${missing.join(' and ')}.`]);
  return ok(config);
}
