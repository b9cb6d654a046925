// A folder for tests of its lock: empty before each test, deleted after it.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A process id that no process has. */
export const GONE = 999_999_999;

export type LockedFolder = { folder: string; file: string };

export function useLockedFolder(): LockedFolder {
  const places: LockedFolder = { folder: '', file: '' };
  beforeEach(() => {
    places.folder = mkdtempSync(path.join(tmpdir(), 'parallax-lock-'));
    places.file = path.join(places.folder, 'lock');
  });
  afterEach(() => rmSync(places.folder, { recursive: true, force: true }));
  return places;
}

export function leaveLock({ file }: LockedFolder, text: string, touchedSecondsAgo: number): void {
  writeFileSync(file, text);
  const at = Date.now() / 1000 - touchedSecondsAgo;
  utimesSync(file, at, at);
}
