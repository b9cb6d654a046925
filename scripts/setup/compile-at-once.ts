// Marks small scripts that run completely, so that the browser compiles all their functions while reading them.
//
// Without the mark, V8 reads each function twice: once to find its end, and again when it is first called. For a script in
// another site's page it caches nothing for the next page. Browsers that do not know the mark see a comment.
import type { Plugin } from 'vite';

/** Must be at the very start of a file (https://github.com/WICG/explicit-javascript-compile-hints-file-based). */
const MARK = '//# allFunctionsCalledOnLoad\n';

export function compileAtOnce(files: readonly string[]): Plugin {
  return {
    name: 'compile-at-once',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && files.includes(chunk.fileName)) chunk.code = MARK + chunk.code;
      }
    },
  };
}
