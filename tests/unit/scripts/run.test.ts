// The way from a fresh clone to a running command: how npm is called, with a fake npm that only records its arguments.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../../scripts/setup/run-program.ts';

let root: string;
let programs: string;
beforeEach(() => {
  root = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), 'parallax-run-'))), 'a folder with % and #');
  programs = path.join(root, 'programs');
  for (const folder of ['scripts', 'programs', 'node_modules']) mkdirSync(path.join(root, folder), { recursive: true });
  copyFileSync(path.join(PROJECT_ROOT, 'scripts/run.mjs'), path.join(root, 'scripts/run.mjs'));
  writeFileSync(path.join(root, 'package-lock.json'), '{}');
  writeFileSync(path.join(root, 'scripts/hello.ts'), 'const word: string = "hello"; console.log(word);');
  writeFileSync(path.join(programs, 'npm'), '#!/bin/sh\necho "$PWD: $*" >&2\n');
  chmodSync(path.join(programs, 'npm'), 0o755);
});
afterEach(() => rmSync(path.dirname(root), { recursive: true }));

function run(command: string, nodeArgs: readonly string[] = []) {
  const env = { PATH: `${programs}${path.delimiter}${process.env.PATH}`, NODE_ENV: 'production' };
  const args = [...nodeArgs, path.join(root, 'scripts/run.mjs'), command];
  return spawnSync(process.execPath, args, { env, encoding: 'utf8', cwd: tmpdir() });
}

test('installs what development needs, in production too, once', () => {
  const first = run('hello');
  expect([first.status, first.stdout]).toEqual([0, 'hello\n']);
  expect(first.stderr).toContain(`${root}: ci --include=dev`);
  expect(run('hello').stderr).toBe('');
});

const older = 'data:text/javascript,Object.defineProperty(process, "version", { value: "v20.1.0" })';

test('a Node of which only a part came, when fetching it was killed, is fetched again', () => {
  const folder = path.join(root, '.tools/node_modules', `node-${process.platform}-${process.arch}`);
  const node = path.join(folder, 'bin/node');
  mkdirSync(path.dirname(node), { recursive: true });
  writeFileSync(node, '', { mode: 0o755 });
  // An npm that mistakes an existing folder for an installed package.
  const fetched = `[ -e "${folder}" ] || { mkdir -p "${folder}/bin"; ln -s "${process.execPath}" "${node}"; }`;
  writeFileSync(path.join(programs, 'npm'), `#!/bin/sh\necho "$PWD: $*" >&2\n${fetched}\n`);
  const { status, stdout, stderr } = run('hello', ['--import', older]);
  expect([status, stdout]).toEqual([0, 'hello\n']);
  expect(stderr).toContain('install --prefix .tools --no-save');
  expect(run('hello', ['--import', older]).stderr).toBe('');
});

test('a Node that does not run here, once fetched, ends with a sentence', () => {
  const { status, stderr } = run('hello', ['--import', older]);
  expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([
    1,
    'The Node that was fetched does not run here. Install Node 22.18 or later yourself and try again.',
  ]);
});

test('an older Node fetches a newer one into a folder named without its path', () => {
  const { stderr } = run('hello', ['--import', older]);
  expect(stderr).toContain(`${root}: install --prefix .tools --no-save`);
  expect(existsSync(path.join(root, '.tools/package.json'))).toBe(true);
});
