// Runs one of the project's programs and says whether it succeeded; Ctrl-C reaches it through the terminal.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export const PROJECT_ROOT = path.resolve(import.meta.dirname, '../..');

const BINARIES = path.join(PROJECT_ROOT, 'node_modules/.bin');

export type RunOptions = { readonly env?: Readonly<Record<string, string>>; readonly isQuiet?: boolean };
export type Ran = { readonly isOk: boolean; readonly output: string };

/** The first word is a program of node_modules/.bin or of the PATH. Quiet runs keep their output for the caller. */
export async function runProgram(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...args] = words;
  const child = spawn(program, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PATH: `${BINARIES}${path.delimiter}${process.env.PATH}`, ...options.env },
    stdio: options.isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32', // programs of node_modules/.bin are scripts there
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
