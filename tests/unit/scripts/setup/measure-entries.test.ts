// The size of an entry includes everything it loads at once, over any number of files, and nothing that it loads later.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureEntry } from '../../../../scripts/setup/measure-entries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'build-'));
  mkdirSync(path.join(folder, 'chunks'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a page with a script that shares a chunk', () => {
  const files = {
    'popup.html':
      '<script type="module" crossorigin src="/chunks/popup.js"></script><link rel="stylesheet" href="/popup.css">',
    'popup.css': 'p{}',
    'chunks/popup.js': 'import{a as b}from"./shared.js";import"./side.js";import("./later.js")',
    'chunks/shared.js': 'export{a}from"./popup.js"',
    'chunks/side.js': '1',
    'chunks/later.js': '12345',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  const { 'chunks/later.js': _, ...loaded } = files;
  const bytes = Object.values(loaded).reduce((sum, text) => sum + text.length, 0);
  expect(measureEntry(folder, 'popup.html')).toMatchObject({ bytes, files: 5 });
});

test('a missing entry', () => {
  expect(measureEntry(folder, 'background.js')).toBeNull();
});
