// Runs one of the project's programs and returns whether it succeeded; Ctrl-C reaches it through the terminal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const PROJECT_ROOT = path.resolve(import.meta.dirname, '../..');

const BINARIES = path.join(PROJECT_ROOT, 'node_modules/.bin');

export type RunOptions = { readonly env?: Readonly<Record<string, string>>; readonly isQuiet?: boolean };
export type Ran = { readonly isOk: boolean; readonly output: string };

/** The first word is a program in node_modules/.bin or on the PATH. Quiet runs return their output instead of printing it. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...args] = words;
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PATH: `${BINARIES}${path.delimiter}${process.env.PATH}`, ...options.env },
    stdio: options.isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32', // programs in node_modules/.bin are shell scripts there
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    const [code] = await once(child, 'close');
    return { isOk: code === 0, output: Buffer.concat(chunks).toString('utf8') };
  } catch (cause) {
    return { isOk: false, output: `Could not run ${program}: ${cause}` };
  }
}
