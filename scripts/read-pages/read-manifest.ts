// Reads a corpus's manifest: its saved pages and their addresses.
import path from 'node:path';
import * as z from 'zod/mini';
import { readInput, readJsonLines } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';
import type { OfflinePage } from './open-pages.ts';

export type SavedPage = {
  readonly set: string;
  readonly file: string;
  /** The page's kind according to the manifest; null if there is none. */
  readonly kind: string | null;
  /** Throws `Unusable` if the file or address is unusable; loading is separate so that other pages do not depend on it. */
  readonly load: () => OfflinePage;
  /** The unchanged line of the manifest. */
  readonly line: string;
};

const Entry = z.object({
  file: z.string(),
  url: z.catch(z.string(), ''),
  kind: z.catch(z.nullable(z.string()), null),
});

export function readManifest(manifest: string): SavedPage[] {
  const folder = path.dirname(path.resolve(manifest));
  return readJsonLines(manifest, Entry).map(({ line, value: { file, url, kind } }) => {
    const load = () => {
      if (!URL.canParse(url)) throw unusable('"url" is not an address', { place: `${manifest}, ${file}` });
      return { url, body: readInput(path.join(folder, file)) };
    };
    return { set: path.basename(folder), file, kind, load, line };
  });
}
