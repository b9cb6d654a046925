// Reads a corpus's manifest: which saved pages it has, and at what addresses.
import path from 'node:path';
import * as z from 'zod/mini';
import { readInput, readJsonLines } from '../setup/read-input.ts';
import { unusable } from '../setup/unusable.ts';
import type { OfflinePage } from './open-pages.ts';

export type SavedPage = {
  readonly set: string;
  readonly file: string;
  /** What the manifest calls it; null where it does not say. */
  readonly kind: string | null;
  /** Throws `Unusable` where its file or its address cannot be used: what is said of the others does not depend on it. */
  readonly load: () => OfflinePage;
  /** As it stands in the manifest. */
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
      if (!URL.canParse(url)) throw unusable(`${manifest}, ${file}`, '"url" is no address');
      return { url, body: readInput(path.join(folder, file)) };
    };
    return { set: path.basename(folder), file, kind, load, line };
  });
}
