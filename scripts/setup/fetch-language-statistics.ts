// Keeps the statistics of languages out of the worker's script: a file of the extension, fetched when first asked for.
//
// `eld` imports them by name. A service worker cannot import, so they would be part of its one script: two thirds of it,
// for which the browser loads twice as much compiled code at every start of the worker, several in an hour of reading.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LOADER = fileURLToPath(import.meta.resolve('eld'));
const IMPORT = "import('../ngrams/' + filename + '.js')";
const FETCH = "fetch('/data/languages-' + filename + '.json').then((answer) => answer.json())";
const STATISTICS = 'extrasmall';

export function fetchLanguageStatistics(): Plugin {
  return {
    name: 'fetch-language-statistics',
    enforce: 'pre',
    async transform(code, id) {
      if (id !== LOADER) return null;
      if (!code.includes(IMPORT)) this.error('eld loads its statistics in another way than this plugin knows.');
      const { ngramsData } = await import(new URL(`../ngrams/${STATISTICS}.js`, import.meta.resolve('eld')).href);
      const source = JSON.stringify({ ngramsData });
      this.emitFile({ type: 'asset', fileName: `data/languages-${STATISTICS}.json`, source });
      return code.replace(IMPORT, FETCH);
    },
  };
}
