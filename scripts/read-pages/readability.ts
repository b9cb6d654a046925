// Mozilla's Readability as a reader of saved pages, for comparison: whether a page is probably readable, and its full parse.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../node_modules/@mozilla/readability');

/** `ms`: the second of two full parses, with compiled code, without the time for cloning the page. */
export type Parsed = {
  readonly isArticle: boolean;
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly ms: number;
  readonly firstMs: number;
};

/** An expression that runs in the page. Readability modifies its document, so each parse gets a copy. */
export function readabilityExpression(): string {
  const load = (file: string) =>
    `(() => { const module = {}; ${readFileSync(path.join(FOLDER, file), 'utf8')}; return module.exports })()`;
  return `(() => {
    const Readability = ${load('Readability.js')};
    const isProbablyReaderable = ${load('Readability-readerable.js')};
    // Elements named like methods of the document make it throw.
    let isArticle = false;
    try { isArticle = isProbablyReaderable(document) } catch {}
    const parse = () => {
      const copy = document.cloneNode(true);
      const start = performance.now();
      let article = null;
      try { article = new Readability(copy).parse() } catch {}
      return { article, ms: performance.now() - start };
    };
    const first = parse();
    const { article, ms } = parse();
    return {
      isArticle,
      title: article?.title ?? null,
      author: article?.byline ?? null,
      publishedAt: article?.publishedTime ?? null,
      ms,
      firstMs: first.ms,
    };
  })()`;
}
