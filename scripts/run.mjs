// Runs one of the project's commands with a suitable Node and the locked packages, installing both if necessary.
//
// Plain JavaScript without dependencies, because it must run on a fresh machine with an older Node. Usage: node scripts/run.mjs
// <command> [arguments]; the commands are scripts/<command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Node runs our TypeScript files unchanged from 22.18 on (type stripping without a flag); WXT and Vitest need 22.12.
const OLDEST_NODE = [22, 18];
const NODE_PACKAGE_MAJOR = 24;
const INSTALL_NODE = `Install Node ${OLDEST_NODE.join('.')} or later yourself and try again.`;

// import.meta.dirname does not exist in Node 20 before 20.11.
const root = fileURLToPath(new URL('..', import.meta.url));
const TOOLS = '.tools';
const tools = path.join(root, TOOLS);
const [command, ...args] = process.argv.slice(2);

/** Commands print results on stdout, so set-up messages go to stderr. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

function run([program, ...programArgs], env) {
  const windows = process.platform === 'win32';
  const result = spawnSync(program, programArgs, { cwd: root, env, stdio: ['ignore', 2, 2], shell: windows });
  return result.status === 0;
}

function isNewEnough(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function doesRun(binary) {
  return /^v\d/.test(spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

/** The running Node if it is new enough; otherwise one from the package registry, kept in .tools. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = path.join(tools, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (doesRun(binary)) return binary;
  say(`This machine has Node ${process.version}; fetching Node ${NODE_PACKAGE_MAJOR} into .tools …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(path.join(tools, 'package.json'), '{ "private": true }\n');
  // If npm was killed while unpacking, it left an incomplete package behind, which it would take for complete.
  rmSync(path.join(tools, 'node_modules', name), { recursive: true, force: true });
  const spec = `${name}@${NODE_PACKAGE_MAJOR}`;
  // Relative to the root: on Windows it goes through a shell, where a path with a space would be split.
  if (!run(['npm', 'install', '--prefix', TOOLS, '--no-save', '--no-package-lock', spec], process.env)) {
    fail(`Could not install ${spec}. ${INSTALL_NODE}`);
  }
  if (!doesRun(binary)) fail(`The Node that was fetched does not run here. ${INSTALL_NODE}`);
  return binary;
}

/** Installs the locked packages unless node_modules already matches the lock file. */
function installPackages(env) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const marker = path.join(root, 'node_modules', '.parallax-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  say('Installing packages …');
  // These commands need the development packages, whatever NODE_ENV says.
  if (!run(['npm', 'ci', '--include=dev', '--no-audit', '--no-fund'], env))
    fail('npm ci failed; its messages are above.');
  writeFileSync(marker, lock);
}

const script = path.join(root, 'scripts', `${command}.ts`);
if (!command || !existsSync(script)) fail(`Unknown command: ${command ?? '(none)'}`);
const node = findNode();
const binaries = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH];
/**
 * Caches compiled sources, and makes the C library return large buffers at once, as in compose.yaml: a process that runs for
 * months takes 40 MB less. The caller's environment takes precedence.
 */
const lean = {
  NODE_COMPILE_CACHE: path.join(tools, 'compile-cache'),
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '32768',
};
const env = { ...(command === 'server' ? lean : {}), ...process.env, PATH: binaries.join(path.delimiter) };
installPackages(env);
const child = spawn(node, [script, ...args], { stdio: 'inherit', env });
// Ctrl-C reaches the command by itself; this only keeps this process from ending first.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
