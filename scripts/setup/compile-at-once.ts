// Marks small scripts that run whole, so that the browser compiles all of their functions when it reads them.
//
// Without the mark V8 reads a function twice, once to find its end and once when it is called for the first time; of a
// script in somebody else's page it keeps nothing for the next page. Browsers that do not know the mark see a comment.
import type { Plugin } from 'vite';

/** Only at the very start of a file (https://github.com/WICG/explicit-javascript-compile-hints-file-based). */
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
