// Reads a corpus's manifest: which saved pages it has, and at what addresses.
import path from 'node:path';
import * as z from 'zod/mini';
import { readInput, readJsonLines } from '../setup/read-input.ts';
import type { OfflinePage } from './open-pages.ts';

export type SavedPage = {
  readonly set: string;
  readonly file: string;
  /** What the manifest calls it; null where it does not say. */
  readonly kind: string | null;
  readonly load: () => OfflinePage;
  /** As it stands in the manifest. */
  readonly line: string;
};

const Entry = z.object({
  file: z.string(),
  url: z.string().check(z.refine((url) => URL.canParse(url))),
  kind: z.optional(z.string()),
});

export function readManifest(manifest: string): SavedPage[] {
  const folder = path.dirname(path.resolve(manifest));
  return readJsonLines(manifest, Entry).map(({ line, value: { file, url, kind = null } }) => {
    const load = () => ({ url, body: readInput(path.join(folder, file)) });
    return { set: path.basename(folder), file, kind, load, line };
  });
}
