// Measures what an entry of the built extension loads: its own file and everything that it imports or links statically.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type EntrySize = { readonly bytes: number; readonly compressed: number; readonly files: number };

// As bundlers write them: static imports, and the links and scripts of a page. import() is loaded later and not counted.
const REFERENCES =
  /(?:\bimport\s*|\bfrom\s*)["']([^"']+\.js)["']|<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g;

/** Null when the build has no such file. */
export function measureEntry(folder: string, file: string): EntrySize | null {
  if (!existsSync(path.join(folder, file))) return null;
  const files = new Map<string, Buffer>();
  const collect = (name: string): void => {
    if (files.has(name) || !existsSync(name)) return;
    const content = readFileSync(name);
    files.set(name, content);
    for (const [, imported, linked] of content.toString('utf8').matchAll(REFERENCES)) {
      const reference = imported ?? linked ?? '';
      const isFromRoot = reference.startsWith('/');
      collect(isFromRoot ? path.join(folder, reference) : path.resolve(path.dirname(name), reference));
    }
  };
  collect(path.join(folder, file));
  const contents = [...files.values()];
  return {
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    compressed: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
    files: files.size,
  };
}
