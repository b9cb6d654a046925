// Runs one of the project's commands with the right Node and the locked packages, installing both where they are missing.
//
// Plain JavaScript without dependencies, because this is what runs on a fresh machine with an older Node.
// Usage: node scripts/run.mjs <command> [arguments]; the commands are scripts/<command>.ts.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// Node runs our TypeScript files as they are from 22.18 on (type stripping without a flag); WXT and Vitest want 22.12.
const OLDEST_NODE = [22, 18];
const NODE_PACKAGE_MAJOR = 24;
const INSTALL_NODE = `Install Node ${OLDEST_NODE.join('.')} or later yourself and try again.`;

// Node 20 before 20.11 has no import.meta.dirname.
const root = fileURLToPath(new URL('..', import.meta.url));
const TOOLS = '.tools';
const tools = path.join(root, TOOLS);
const [command, ...args] = process.argv.slice(2);

/** Commands print results on stdout, so set-up talks on stderr only. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

function run(program, programArgs, env) {
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

/** The running Node where it is new enough; else one from the package registry, kept in .tools. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const binary = path.join(tools, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (doesRun(binary)) return binary;
  say(`This machine has Node ${process.version}; fetching Node ${NODE_PACKAGE_MAJOR} into .tools …`);
  mkdirSync(tools, { recursive: true });
  writeFileSync(path.join(tools, 'package.json'), '{ "private": true }\n');
  // Killed while it unpacked, npm leaves a part of the program behind, and takes it for all of it the next time.
  rmSync(path.join(tools, 'node_modules', name), { recursive: true, force: true });
  const spec = `${name}@${NODE_PACKAGE_MAJOR}`;
  // Relative to the root: on Windows it goes through a shell, where a path with a space would be two words.
  if (!run('npm', ['install', '--prefix', TOOLS, '--no-save', '--no-package-lock', spec], process.env)) {
    fail(`Could not install ${spec}. ${INSTALL_NODE}`);
  }
  if (!doesRun(binary)) fail(`The Node that was fetched does not run here. ${INSTALL_NODE}`);
  return binary;
}

/** Installs the locked packages unless node_modules already holds exactly them. */
function installPackages(env) {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const marker = path.join(root, 'node_modules', '.parallax-lock');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  say('Installing packages …');
  // Whatever NODE_ENV says: these commands need the packages for development.
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], env))
    fail('npm ci failed; its messages are above.');
  writeFileSync(marker, lock);
}

const script = path.join(root, 'scripts', `${command}.ts`);
if (!command || !existsSync(script)) fail(`Unknown command: ${command ?? '(none)'}`);
const node = findNode();
const binaries = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH];
/**
 * What Node makes of the sources is kept, and the C library gives large buffers back at once, as in compose.yaml: a
 * process that runs for months takes 40 MB less. Whoever starts it decides.
 */
const lean = {
  NODE_COMPILE_CACHE: path.join(tools, 'compile-cache'),
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '32768',
};
const env = { ...(command === 'server' ? lean : {}), ...process.env, PATH: binaries.join(path.delimiter) };
installPackages(env);
const child = spawn(node, [script, ...args], { stdio: 'inherit', env });
// Ctrl-C reaches the command by itself; this only keeps us from ending before it.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
