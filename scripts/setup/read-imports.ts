// Reads what each source file imports: files of the project by path, packages by name.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Import = {
  /** `utils/browser.ts` for a file of the project, `zod` for a package, `node:fs` for a part of Node. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased when the code is built. */
  readonly isType: boolean;
};

export type ImportsByFile = ReadonlyMap<string, readonly Import[]>;

// The formatter makes quotes and spacing uniform, so that no parser is needed.
const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /(?<!typeof )\bimport\('([^']+)'\)/g;

export function readImports(root: string, folders: readonly string[]): ImportsByFile {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replaceAll(path.sep, '/'),
        parseImports(file.replaceAll(path.sep, '/'), readFileSync(path.join(root, file), 'utf8')),
      ]),
  );
}

export function parseImports(file: string, source: string): Import[] {
  const fixed = [...source.matchAll(STATEMENT)].map(([, type, name = '']) =>
    toImport(file, { name, isType: type !== undefined }),
  );
  const dynamic = [...source.matchAll(DYNAMIC)].map(([, name = '']) => toImport(file, { name, isType: false }));
  return [...fixed, ...dynamic];
}

type Statement = { readonly name: string; readonly isType: boolean };

function toImport(file: string, { name, isType }: Statement): Import {
  if (name.startsWith('.')) {
    return { target: path.posix.join(path.posix.dirname(file), name), isPackage: false, isType };
  }
  const [first = '', second = ''] = name.split('/');
  return { target: first.startsWith('@') ? `${first}/${second}` : first, isPackage: true, isType };
}
