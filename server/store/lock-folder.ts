// Keeps a second process out of a folder: a lock file names the process that has it open, and is void once that process is gone.
//
// A process can only check whether another one is alive within its own pid namespace, and two containers may both run as pid 1.
// The file therefore names the holder's pid namespace too, and the holder touches the file every few seconds.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  futimesSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode } from '../has-code.ts';

const LOCK = 'lock';
const START_TIME_FIELD = 19; // of /proc/<pid>/stat, counted after the program's name: field 22 in the manual

const TOUCH_EVERY_MS = 5000;
/**
 * Tolerates three missed touches, as when a long statement of the embedded database blocks the process. After a container was
 * killed, the next one waits this long for the folder.
 */
const TOUCHED_MAX_MS = 20_000;

/** Returns a function that unlocks; throws when another process holds the folder. */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, LOCK);
  const own = `${nameProcess(process.pid)} ${readNamespace()}`;
  const descriptor = createFile(file) ?? (removeStale(file) ? createFile(file) : null);
  if (descriptor === null) throw new Error(`${folder} is in use by ${describeHolder(file)}.`);
  try {
    writeSync(descriptor, own);
  } catch (cause) {
    // On a full disk the file would stay empty, and nobody could tell whose it is.
    closeSync(descriptor);
    rmSync(file, { force: true });
    throw cause;
  }
  // By descriptor, so that a file that belongs to another process by now is not touched.
  const touching = setInterval(() => futimesSync(descriptor, new Date(), new Date()), TOUCH_EVERY_MS).unref();
  return () => {
    clearInterval(touching);
    closeSync(descriptor);
    if (readHolder(file) === own) rmSync(file, { force: true });
  };
}

/** Null when it exists already. */
function createFile(file: string): number | null {
  try {
    return openSync(file, 'wx');
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return null;
    throw cause;
  }
}

/** False while another process holds it. Renames first: if two find it stale at once, the slower one notices the other's lock. */
function removeStale(file: string): boolean {
  const holder = readHolder(file);
  if (holder === null) return true;
  if (isHeld(file, holder)) return false;
  const aside = `${file}.${randomUUID()}`;
  renameSync(file, aside);
  if (readHolder(aside) !== holder) {
    renameSync(aside, file);
    return false;
  }
  rmSync(aside);
  return true;
}

function isHeld(file: string, holder: string): boolean {
  const [pid = '', startTime = '', namespace = ''] = holder.split(' ');
  const isThere = isRunning(Number(pid)) && nameProcess(Number(pid)) === `${pid} ${startTime}`;
  if (isThere && startTime !== '') return true;
  const isSeen = namespace === readNamespace() && pid !== '';
  // Without a start time, the pid may have been reused by another process.
  return (isThere || !isSeen) && Math.abs(Date.now() - statSync(file).mtimeMs) < TOUCHED_MAX_MS;
}

function describeHolder(file: string): string {
  const [pid = '?', , namespace] = readHolder(file)?.split(' ') ?? [];
  const isSeen = namespace === undefined || namespace === readNamespace();
  return isSeen ? `process ${pid}` : `process ${pid} of another container, or was just now`;
}

function readHolder(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null;
    throw cause;
  }
}

/** A pid alone could have been reused: in a container every start has the same one. */
function nameProcess(pid: number): string {
  return `${pid} ${readStartTime(pid)}`;
}

/** Empty where the system has no /proc. */
function readStartTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? '';
  } catch {
    return '';
  }
}

/** Processes with the same namespace can see each other. Empty where there are none. */
function readNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return hasCode(cause, 'EPERM');
  }
}
