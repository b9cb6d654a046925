// Commands answer --help with a line for each option, and invalid options with one sentence.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../scripts/setup/run-program.ts';

/** A program takes half a second to start, and ten times that on a machine that is busy with other tests. */
const STARTS_MS = 60_000;

function run(command: string, args: readonly string[]) {
  const program = path.join(PROJECT_ROOT, 'scripts', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

// The two commands that start fastest, as a sample of all.
describe.each<[string, readonly string[], readonly string[]]>([
  ['links', ['--in', '--out', '--part', '--errors'], ['--in', 'missing']],
  ['outlets', ['--from'], ['--from', 'missing']],
])('%s', (command, options, missing) => {
  it('tells its options', { timeout: STARTS_MS }, () => {
    const { status, stdout, stderr } = run(command, ['--help']);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    expect([status, stderr]).toEqual([0, '']);
    expect(first).toContain(`Usage: npm run ${command}`);
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual(options);
  });

  it('says what it cannot use', { timeout: STARTS_MS }, () => {
    const sentence = "Unknown option '--nope'. See --help.\n";
    expect(run(command, ['--nope'])).toEqual({ status: 2, stdout: '', stderr: sentence });
    const { status, stderr } = run(command, missing);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^There is no \S*missing\.\n$/)]);
  });
});

it('starts no browser for an option that it does not know', { timeout: STARTS_MS }, () => {
  const sentence = "Unknown option '--headles'. See --help.\n";
  expect(run('start', ['--headles'])).toEqual({ status: 2, stdout: '', stderr: sentence });
});

it('takes no word for a number', { timeout: STARTS_MS }, () => {
  const sentence = '--stories takes a whole number, at least 1.\n';
  expect(run('brief', ['--in', 'a.jsonl', '--stories', 'many'])).toEqual({ status: 2, stdout: '', stderr: sentence });
});
