// Reads <meta> and <link> declarations (Open Graph, Dublin Core, parsely, sailthru, …) from the document.
import { attributeOf, findAll, findByTag, firstOf } from './dom.ts';
import type { Links, Meta } from './meta.ts';

const TAGS_MAX = 500;
const VALUES_MAX = 10;
const VALUE_LENGTH_MAX = 2048;
const CANONICALS_MAX = 5;

export function readMeta(document: Document): Meta {
  const meta = new Map<string, string[]>();
  for (const tag of firstOf(findByTag(document, 'meta'), TAGS_MAX)) {
    const name =
      attributeOf(tag, 'property') ||
      attributeOf(tag, 'name') ||
      attributeOf(tag, 'itemprop') ||
      attributeOf(tag, 'http-equiv');
    const content = attributeOf(tag, 'content').slice(0, VALUE_LENGTH_MAX).trim();
    if (name === '' || content === '') continue;
    for (const key of name.slice(0, 200).toLowerCase().split(/\s+/)) {
      const values = meta.get(key);
      if (values === undefined) meta.set(key, [content]);
      else if (values.length < VALUES_MAX) values.push(content);
    }
  }
  return meta;
}

export function readLinks(document: Document): Links {
  const tags = findAll(document, 'link[rel~="canonical" i]');
  return {
    canonical: firstOf(tags, CANONICALS_MAX).map((tag) => attributeOf(tag, 'href').slice(0, VALUE_LENGTH_MAX).trim()),
  };
}
