// Parses a command's arguments: --help prints the usage, and a mistake ends the command with a sentence and exit code 2.
import { existsSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

export function readCommandLine<const Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    // The first sentence says what is wrong; the others are for programmers.
    return refuse(`${cause.message.split(/\.\s/)[0]}. See --help.`);
  }
}

export function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

/** `option`: as written on the command line. */
export function readCount(text: string, option: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : refuse(`${option} takes a whole number, at least 1.`);
}

export function refuseMissing(files: readonly string[]): void {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) refuse(`There is no ${missing.join(', no ')}.`);
}
