// Decides the author line: declared persons before declared organisations, addresses and labels dropped.
import { metaOf } from './meta.ts';
import type { PageFacts } from './page-facts.ts';
import { toPlainText } from './plain-text.ts';
import type { Thing } from './thing.ts';

const AUTHOR_MAX = 200;
const NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'twitter:data1',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'authors',
  'article.author',
];

export function decideAuthor({ meta }: PageFacts, thing: Thing | null): string | null {
  const declared = clean(thing?.authors ?? []);
  if (declared !== null) return declared;
  for (const name of NAMES) {
    if (name === 'twitter:data1' && !/by|author|von|par|autor/i.test(metaOf(meta, 'twitter:label1'))) continue;
    const author = clean(meta.get(name) ?? []);
    if (author !== null) return author;
  }
  return null;
}

function clean(names: readonly string[]): string | null {
  const kept: string[] = [];
  for (const name of names) {
    const text = toPlainText(name, AUTHOR_MAX)
      .replace(/^(?:by|von|par|por|di|av|door|autor|author)[:\s]+/i, '')
      .trim();
    if (
      text === '' ||
      /^https?:|^@|^www\.|\.(?:com|org|net)\b|^(?:admin|administrator|null|undefined|none|editor)$/i.test(text)
    )
      continue;
    if (!kept.includes(text)) kept.push(text);
  }
  return kept.length === 0 ? null : kept.join(', ').slice(0, AUTHOR_MAX);
}
