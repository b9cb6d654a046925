// Who may import whom, as in docs/architecture.md, with a reason for each rule.
//
// Implemented here because dependency-cruiser reads TypeScript through the compiler's API, which TypeScript 7 does not have: it
// finds no files, and so reports no violations.
import type { Import, ImportsByFile } from './read-imports.ts';

type Part = 'entrypoints' | 'components' | 'utils' | 'engine' | 'server';

/** Parts of the project that files of a part may import, besides their own. */
const MAY_IMPORT: Readonly<Record<Part, readonly string[]>> = {
  entrypoints: ['components', 'utils', 'engine'],
  components: ['engine', 'public'], // public: the keys of the texts
  utils: ['engine'],
  engine: [],
  server: ['engine'],
};

/** The engine runs in a worker and in Node: validation, hashing, feed parsing, language and stemming only. */
const ENGINE_PACKAGES = ['zod', '@noble/hashes', 'htmlparser2', '@orama/stemmers', '@orama/stopwords', 'eld'];

/** A component that uses the browser's API cannot be shown in a test or in another host. */
const NOT_FOR_COMPONENTS = ['webextension-polyfill', 'idb'];

/** The content script runs in every allowed page: these would weigh more than all of its own code. */
const NOT_FOR_CONTENT_SCRIPTS = ['zod', 'webextension-polyfill'];

/** One sentence for each import that breaks a rule. */
export function findBrokenImportRules(imports: ImportsByFile): string[] {
  const direct = [...imports].flatMap(([file, targets]) => targets.flatMap((target) => checkImport(file, target)));
  return [...direct, ...checkContentScripts(imports), ...checkCircles(imports)];
}

function checkImport(file: string, { target, isPackage, isType }: Import): string[] {
  const part = partOf(file);
  const broken: string[] = [];
  if (part === null) return broken;
  if (!isPackage && partOf(target) !== part && !MAY_IMPORT[part].includes(target.split('/')[0] ?? '')) {
    broken.push(`${file} imports ${target}: ${part} may import ${['itself', ...MAY_IMPORT[part]].join(', ')} only`);
  }
  if (part === 'engine' && isPackage && !ENGINE_PACKAGES.includes(target)) {
    broken.push(`${file} imports ${target}: the engine knows no host and only pure libraries`);
  }
  if (part === 'components' && !isType && NOT_FOR_COMPONENTS.includes(target)) {
    broken.push(`${file} imports ${target}: components are given everything, they fetch nothing`);
  }
  if (part === 'entrypoints' && !isPackage && partOf(target) === part && entryOf(target) !== entryOf(file)) {
    broken.push(`${file} imports ${target}: what two entry points share belongs in utils or components`);
  }
  return broken;
}

/** Pages of the extension start with an index.html; entries that are scripts are the worker, or run in other sites' pages. */
const CONTENT_ENTRY = /^entrypoints\/(?!background\/)[^/]+\/index\.ts$/;

function checkContentScripts(imports: ImportsByFile): string[] {
  const entries = [...imports.keys()].filter((file) => CONTENT_ENTRY.test(file));
  return entries.flatMap((entry) => {
    const reached = new Set<string>();
    const walk = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { target, isType } of imports.get(file) ?? []) if (!isType) walk(target);
    };
    walk(entry);
    return NOT_FOR_CONTENT_SCRIPTS.filter((name) => reached.has(name)).map(
      (name) => `${entry} loads ${name}, directly or indirectly: it is too heavy for every page`,
    );
  });
}

/** Files that import each other can only be understood together; type imports do not count. */
function checkCircles(imports: ImportsByFile): string[] {
  const finished = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) {
      found.push(`circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
      return;
    }
    if (finished.has(file)) return;
    for (const { target, isType } of imports.get(file) ?? []) if (!isType) walk(target, [...trail, file]);
    finished.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return found;
}

function partOf(file: string): Part | null {
  const first = file.split('/')[0] ?? '';
  return Object.hasOwn(MAY_IMPORT, first) ? (first as Part) : null;
}

const entryOf = (file: string) => file.split('/')[1];
