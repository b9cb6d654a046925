// Builds the extension and checks every entry against its size limit.
import path from 'node:path';
import { ENTRY_LIMITS } from './entry-limits.ts';
import { measureEntry } from './measure-entries.ts';
import { PROJECT_ROOT, runProgram } from './run-program.ts';

export type Target = 'chrome' | 'firefox';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

export type Built = { readonly isBuilt: boolean; readonly isWithinLimits: boolean };

/** Prints the sizes, or why there are none. */
export async function buildExtension(target: Target): Promise<Built> {
  const { isOk, output } = await runProgram(['wxt', 'build', '-b', target, '--mv3'], { isQuiet: true });
  if (!isOk) {
    console.log(`✗ build for ${target}\n${output.trimEnd()}`);
    return { isBuilt: false, isWithinLimits: false };
  }
  const folder = path.join(PROJECT_ROOT, '.output', `${target}-mv3`);
  const lines = ENTRY_LIMITS.map(({ entry, file, maxBytes, reason }) => {
    const size = measureEntry(folder, file);
    if (size === null) return { isOk: false, text: `${entry}: ${file} is missing from the build` };
    const text = `${entry}: ${kilobytes(size.bytes)} (${kilobytes(size.compressed)} compressed) of ${kilobytes(maxBytes)}`;
    return size.bytes <= maxBytes ? { isOk: true, text } : { isOk: false, text: `${text}; too large: ${reason}` };
  });
  console.log(`✓ build for ${target}`);
  for (const line of lines) console.log(`  ${line.isOk ? '✓' : '✗'} ${line.text}`);
  return { isBuilt: true, isWithinLimits: lines.every((line) => line.isOk) };
}
