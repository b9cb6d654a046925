// Keeps a second process out of a folder: a file names the process that has it open, and is worth nothing once that one is gone.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LOCK = 'lock';
const START_TIME_FIELD = 19; // of /proc/<pid>/stat behind the program's name: the 22nd in all

/** Returns how to unlock; throws when another process holds the folder. */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, LOCK);
  const holder = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const pid = Number(holder?.split(' ')[0]);
  if (holder !== null && Number.isInteger(pid) && pid > 0 && isRunning(pid) && describe(pid) === holder) {
    throw new Error(`${folder} is in use by process ${pid}.`);
  }
  writeFileSync(file, describe(process.pid));
  return () => rmSync(file, { force: true });
}

/** A number alone could be another process's by now: in a container every start has the same. */
function describe(pid: number): string {
  return `${pid} ${readStartTime(pid)}`;
}

/** Empty where the system does not tell. */
function readStartTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME_FIELD] ?? '';
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
