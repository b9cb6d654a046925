// Keeps the language statistics out of the worker's script: they become a file of the extension, fetched on first use.
//
// `eld` imports them by name. A service worker cannot import, so they would be two thirds of its single script, and the browser
// would load twice as much compiled code at each start of the worker, which happens several times an hour.
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
      if (!code.includes(IMPORT)) this.error('eld loads its statistics in a way that this plugin does not know.');
      const { ngramsData } = await import(new URL(`../ngrams/${STATISTICS}.js`, import.meta.resolve('eld')).href);
      const source = JSON.stringify({ ngramsData });
      this.emitFile({ type: 'asset', fileName: `data/languages-${STATISTICS}.json`, source });
      return code.replace(IMPORT, FETCH);
    },
  };
}
