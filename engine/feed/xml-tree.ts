// Parses XML, even broken XML, into a small tree with resolved namespaces, from which all XML feed formats are read.
//
// Entities that a document declares are never expanded (the parser knows only XML's own five), so no input can blow up.
// Depth and number of elements are limited; a document beyond the limits is an error, not half a feed.
import { Parser } from 'htmlparser2';
import { err, ok, type Result } from '../result.ts';

export type XmlElement = {
  /** Lower case; without prefix in the root's own namespace, else with the usual prefix of its namespace: `dc:date`. */
  readonly name: string;
  /** Attribute names in lower case as written, `xml:base` and `rdf:about` among them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

/** A parsed document, and where relative addresses in it start. */
export type XmlDocument = { readonly root: XmlElement; readonly baseUrl: string };

type OpenElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };
/** Namespace addresses by prefix, the innermost last; those that an element declares are removed at its end. */
type Namespaces = Map<string, string[]>;

/** Feeds nest about ten deep, XHTML content in Atom a little more; the parser's work grows with the square of the depth. */
const DEPTH_MAX = 200;
/** The largest real feeds have some 20,000 elements; a 5 MiB document of empty ones would have a million. */
const ELEMENTS_MAX = 300_000;

/**
 * The prefix under which each namespace is read, whatever prefix a document uses; RSS 1.0's own has none. Without a scheme,
 * since some documents write the addresses with https.
 */
const KNOWN: readonly (readonly [start: string, prefix: string])[] = [
  ['//www.w3.org/2005/atom', 'atom'],
  ['//purl.org/atom/ns', 'atom'],
  ['//purl.org/rss/1.0/modules/content', 'content'],
  ['//purl.org/rss/1.0/modules/syndication', 'sy'],
  ['//purl.org/rss/1.0', ''],
  ['//www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['//purl.org/dc/terms', 'dcterms'],
  ['//purl.org/dc/elements', 'dc'],
  ['//search.yahoo.com/mrss', 'media'],
  ['//rssnamespace.org/feedburner', 'feedburner'],
  ['//www.google.com/schemas/sitemap-news', 'news'],
  ['//www.itunes.com/dtds/podcast', 'itunes'],
  ['//www.w3.org/1999/xhtml', 'xhtml'],
];

export function parseXml(text: string): Result<XmlElement | null, string> {
  const document: OpenElement = { name: '', attributes: {}, children: [] };
  const stack: { element: OpenElement; declared: readonly string[] }[] = [{ element: document, declared: [] }];
  const namespaces: Namespaces = new Map();
  let rootNamespace: string | null = null;
  let elements = 0;
  let problem: string | null = null;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const declared = declare(namespaces, attributes);
        const namespace = namespaceOf(tag, namespaces);
        rootNamespace ??= namespace;
        const name = nameOf(tag, namespace === rootNamespace ? '' : namespace);
        const element: OpenElement = { name, attributes, children: [] };
        (stack.at(-1)?.element ?? document).children.push(element);
        stack.push({ element, declared });
        elements += 1;
        if (stack.length > DEPTH_MAX) problem = 'too deep';
        if (elements > ELEMENTS_MAX) problem = 'too many elements';
        if (problem !== null) parser.pause();
      },
      onclosetag() {
        if (stack.length === 1) return;
        for (const prefix of stack.pop()?.declared ?? []) namespaces.get(prefix)?.pop();
      },
      ontext(data) {
        stack.at(-1)?.element.children.push(data);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  // If the text ends inside a leaf element, half of an address or title is left: the element is ignored.
  const cut = stack.slice(2).at(-1)?.element;
  if (cut?.children.every((child) => typeof child === 'string')) cut.name = '';
  parser.end();
  if (problem !== null) return err(problem);
  return ok(document.children.find((child) => typeof child !== 'string') ?? null);
}

/** The prefixes that the element declares. */
function declare(namespaces: Namespaces, attributes: Readonly<Record<string, string>>): readonly string[] {
  const prefixes: string[] = [];
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const address = (attributes[name] ?? '')
      .trim()
      .toLowerCase()
      .replace(/^https?:/, '');
    const addresses = namespaces.get(prefix);
    if (addresses === undefined) namespaces.set(prefix, [address]);
    else addresses.push(address);
    prefixes.push(prefix);
  }
  return prefixes;
}

/** The usual prefix of a tag's namespace. An undeclared prefix is kept: `media:` is clear without its address. */
function namespaceOf(tag: string, namespaces: Namespaces): string {
  const prefix = tag.includes(':') ? tag.slice(0, tag.indexOf(':')) : '';
  const uri = namespaces.get(prefix)?.at(-1) ?? '';
  return KNOWN.find(([start]) => uri.startsWith(start))?.[1] ?? prefix;
}

function nameOf(tag: string, prefix: string): string {
  const local = tag.slice(tag.indexOf(':') + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}

// ── reading the tree ────────────────────────────────────────────────────────────────────────────────────────────────

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The first child of the first name that has one. */
export function childOf(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = childrenOf(element, name)[0];
    if (found !== undefined) return found;
  }
  return null;
}

/** All descendants of that name in document order, nested ones included. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...descendantsOf(child, name)],
  );
}

/** As many characters as `htmlToText` reads; without a limit, nested items would each collect everything below them. */
const TEXT_MAX = 100_000;

const INLINE = /^(?:xhtml:)?(?:a|b|i|em|strong|span|sup|sub|u|q|cite|abbr|code|small)$/;

/** The text below, up to `TEXT_MAX` characters, with a space where elements other than inline markup meet. */
export function textOf(element: XmlElement | null): string {
  const pieces: string[] = [];
  let room = TEXT_MAX;
  function collect({ children }: XmlElement): void {
    for (const child of children) {
      if (room <= 0) return;
      if (typeof child === 'string') {
        pieces.push(child.slice(0, room));
        room -= child.length;
        continue;
      }
      const space = INLINE.test(child.name) ? '' : ' ';
      pieces.push(space);
      room -= 1;
      collect(child);
      pieces.push(space);
    }
  }
  if (element !== null) collect(element);
  return pieces.join('').trim();
}

/** Text of the first named child that has any. */
export function childText(element: XmlElement, ...names: readonly string[]): string {
  return childTexts(element, ...names)[0] ?? '';
}

/** Texts of the named children that have any, in the order of the names. */
export function childTexts(element: XmlElement, ...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => childrenOf(element, name).map(textOf)).filter((text) => text !== '');
}
