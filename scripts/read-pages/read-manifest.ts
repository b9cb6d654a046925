// Reads a corpus's manifest: which saved pages it has, and at what addresses.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OfflinePage, readSavedPage } from './open-pages.ts';

export type SavedPage = {
  readonly set: string;
  readonly file: string;
  /** What the page is by its label, "article" or another; null where the manifest does not say. */
  readonly kind: string | null;
  readonly load: () => OfflinePage;
};

/** Throws, naming the line, where one is no page. */
export function readManifest(manifest: string): SavedPage[] {
  const folder = path.dirname(path.resolve(manifest));
  const lines = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('url' in entry)) {
      throw new Error(`${manifest}:${index + 1}: a line needs "file" and "url"`);
    }
    const { file, url } = { file: String(entry.file), url: String(entry.url) };
    const load = () => ({ url, body: readSavedPage(path.join(folder, file)) });
    return { set: path.basename(folder), file, kind: 'kind' in entry ? String(entry.kind) : null, load };
  });
}
