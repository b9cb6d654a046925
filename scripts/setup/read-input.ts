// Reads a command's input files: plain or gzipped, whole or as JSON Lines; errors name the line.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type * as z from 'zod/mini';
import { explainFile, unusable } from './unusable.ts';

export function readInput(file: string): Buffer {
  try {
    const bytes = readFileSync(file);
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    throw explainFile(cause, { file, access: 'read' });
  }
}

export type JsonLine<Value> = { readonly line: string; readonly value: Value };

/** Skips blank lines. */
export function readJsonLines<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
): JsonLine<z.output<Schema>>[] {
  return readInput(file)
    .toString()
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      return [{ line, value: parseJsonLine(line, { place: `${file}, line ${index + 1}`, schema }) }];
    });
}

/** `place`: file and line, for error messages. */
export function parseJsonLine<Schema extends z.ZodMiniType>(
  line: string,
  { place, schema }: { readonly place: string; readonly schema: Schema },
): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(line, place));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.');
  throw unusable(field ? `"${field}" is missing or has the wrong type` : 'this is not an object', { place });
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw unusable('this is not JSON', { place, cause });
  }
}
