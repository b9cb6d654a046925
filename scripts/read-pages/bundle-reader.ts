// Bundles the page reader like the extension's build, with its two entry points on a global for measuring.
import path from 'node:path';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A script that defines the reader's global; `entry` is relative to the repository. */
export async function bundleReader(entry = 'scripts/read-pages/reader-global.ts'): Promise<string> {
  const output = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: path.join(ROOT, entry), formats: ['iife'], name: 'parallaxReader', fileName: 'reader' },
    },
  });
  const bundles = Array.isArray(output) ? output : [output];
  for (const bundle of bundles) {
    if (!('output' in bundle)) continue;
    const [chunk] = bundle.output;
    return chunk.code;
  }
  throw new Error('The reader could not be bundled');
}
