// Parses JSON-LD scripts into Things: @graph, arrays, references by @id, and JSON that is broken in the usual ways.
import { decodeEntities, toPlainText } from './plain-text.ts';
import { type Thing, toTypeName } from './thing.ts';

// Limits in characters and counts. A live blog's updates can take half a megabyte. A page that exceeds these limits is
// not describing itself but trying to stall the reader.
const SCRIPT_MAX = 1_500_000;
/** Longer scripts are not repaired, because each repair scans the whole script. Scripts broken by mistake are short. */
const REPAIR_MAX = 200_000;
const TOTAL_MAX = 2_000_000;
const NODES_MAX = 2_000;
const THINGS_MAX = 200;
const DEPTH_MAX = 6;
/** Authors of a Thing, and names of an author. */
const NAMES_MAX = 20;
/** Sections and genres of a Thing, or steps of a breadcrumb trail. */
const LABELS_MAX = 10;

/**
 * Values of these keys do not describe the page itself, but parts of it or something else: `isTop` is false for them.
 */
const PART_KEYS = new Set(
  (
    'itemListElement item hasPart isPartOf liveBlogUpdate review reviews comment blogPost blogPosts about mentions ' +
    'relatedLink citation associatedMedia subjectOf itemReviewed breadcrumb isRelatedTo isSimilarTo offers episode ' +
    'suggestedAnswer acceptedAnswer step recipeInstructions hasOfferCatalog publishingPrinciples workExample dataset'
  ).split(' '),
);
/** Not visited for Things. Authors and publishers are read by `toThing`. */
const SKIPPED_KEYS = new Set('image logo author creator publisher thumbnail address sameAs'.split(' '));

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parseJsonLd(scripts: readonly string[]): Thing[] {
  const found: { node: Node; isTop: boolean }[] = [];
  const byId = new Map<string, Node>();
  const broken: Thing[] = [];
  let total = 0;
  let visited = 0;

  /** `path`: the keys that lead to the value. */
  const visit = (value: unknown, path: readonly string[]): void => {
    if (path.length > DEPTH_MAX || ++visited > NODES_MAX) return;
    if (Array.isArray(value)) {
      for (const entry of value.slice(0, NODES_MAX)) visit(entry, [...path, '']);
      return;
    }
    if (!isNode(value)) return;
    rememberId(value, byId);
    if (value['@type'] !== undefined && found.length < THINGS_MAX) {
      found.push({ node: value, isTop: !path.some((key) => PART_KEYS.has(key)) });
    }
    for (const key in value) {
      const inner = value[key];
      if (typeof inner !== 'object' || inner === null) continue;
      if (SKIPPED_KEYS.has(key)) {
        if (isNode(inner)) rememberId(inner, byId);
        continue;
      }
      visit(inner, [...path, key]);
    }
  };

  for (const script of scripts) {
    total += script.length;
    if (script.length > SCRIPT_MAX || total > TOTAL_MAX) continue;
    if (isTooDeep(script)) continue;
    const value = parseLoosely(script);
    if (value === undefined) broken.push(...readFragments(script.slice(0, REPAIR_MAX)));
    else visit(value, []);
  }
  return [...found.map(({ node, isTop }) => toThing(node, { isTop, byId })), ...broken];
}

/**
 * Real JSON-LD nests a dozen levels. Parsing a hundred thousand blocks the page for 50 ms and more, and ten thousand
 * lists around a text are more calls than the stack holds.
 */
const NESTING_MAX = 500;

/** Counts brackets in strings too: real texts do not have hundreds that are never closed. */
function isTooDeep(script: string): boolean {
  let depth = 0;
  for (let i = 0; i < script.length; i++) {
    const code = script.charCodeAt(i);
    if (code === 0x5b || code === 0x7b) {
      if (++depth > NESTING_MAX) return true;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return false;
}

/** Skips nodes without a name: a bare reference (`{"@id": "#ada"}`) may come before the node that has it. */
function rememberId(node: Node, byId: Map<string, Node>): void {
  const id = node['@id'];
  const isNamed = (node.name ?? node.familyName) != null;
  if (typeof id === 'string' && !byId.has(id) && isNamed) byId.set(id, node);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON as templates write it: in comments or CDATA, with line breaks in strings, trailing commas, escaped as
 * HTML.
 */
function parseLoosely(script: string): unknown {
  const text = script.trim().replace(/;$/, '');
  if (text === '') return null;
  const strict = tryParse(text);
  if (strict !== undefined || text.length > REPAIR_MAX) return strict;
  const bare = text
    // First, because on very long white space the patterns below would backtrack again and again.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks these scripts
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .replace(/^ ?(?:<!--|\/\*<!\[CDATA\[\*\/|(?:\/\/)? ?<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|(?:\/\/)? ?\]\]>) ?$/, '')
    .replace(/, ?([}\]])/g, '$1')
    .trim();
  const repaired = tryParse(bare) ?? tryParse(`[${bare.replace(/\} ?\{/g, '},{')}]`);
  if (repaired !== undefined) return repaired;
  return bare.includes('&quot;') ? tryParse(decodeEntities(bare)) : undefined;
}

/** The last resort for JSON beyond repair: takes the first string of each key that matters. */
function readFragments(script: string): Thing[] {
  const find = (key: string) =>
    new RegExp(`"${key}"\\s*:\\s*(?:\\[\\s*)?"((?:[^"\\\\\\n]|\\\\.){1,600})"`)
      .exec(script)?.[1]
      ?.replace(/\\(.)/g, '$1') ?? '';
  const node = Object.fromEntries(FRAGMENTS.map((key) => [key, find(key)]));
  return node['@type'] === '' ? [] : [toThing(node, { isTop: true })];
}

const FRAGMENTS = '@type headline url datePublished dateModified articleSection inLanguage'.split(' ');

function toText(value: unknown, maxLength: number): string {
  if (typeof value === 'string') return toPlainText(value, maxLength);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length > 0 ? toText(value[0], maxLength) : '';
  if (isNode(value)) return toText(value['@value'] ?? value.name, maxLength);
  return '';
}

function toAddress(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 2048).trim();
  if (Array.isArray(value)) return toAddress(value[0]);
  if (isNode(value)) return toAddress(value['@id'] ?? value.url);
  return '';
}

function toNames(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const entries = [isNode(value) ? (value['@list'] ?? value) : value].flat(2).slice(0, NAMES_MAX).flatMap(toBearers);
  return entries.map((entry) => toName(entry, byId)).filter((name) => name !== '');
}

/**
 * schema.org allows a Role between an article and its author: `author: { "@type": "Role", author: { name: "Ada" } }`.
 */
function toBearers(entry: unknown): unknown {
  return isNode(entry) ? (entry.author ?? entry.creator ?? entry.publisher ?? entry) : entry;
}

function toName(entry: unknown, byId: ReadonlyMap<string, Node>): string {
  const id = isNode(entry) ? entry['@id'] : entry;
  const isNamed = isNode(entry) && entry.name != null;
  const node = isNamed ? entry : ((typeof id === 'string' ? byId.get(id) : undefined) ?? entry);
  if (!isNode(node)) return typeof node === 'string' ? toPlainText(node, 200) : '';
  if (Array.isArray(node.name)) return joinTexts(node.name.slice(0, NAMES_MAX), ', ');
  return toText(node.name, 200) || joinTexts([node.givenName, node.familyName], ' ');
}

function joinTexts(values: readonly unknown[], between: string): string {
  return values
    .map((value) => toText(value, 100))
    .filter((text) => text !== '')
    .join(between);
}

/** Some systems cannot write booleans and write "False", "no", 0 or a list of one. */
export function isNo(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // String() throws on an object without a usable toString.
  return typeof first !== 'object' && /^(?:false|no|0)$/.test(toTypeName(String(first)));
}

type Step = { readonly name: string; readonly url: string };

/**
 * The steps of a breadcrumb trail without the first. That one is the site, and a site called "Tribune" would look like
 * a section for opinion. A step's name is in the list entry or in the entry's `item`.
 */
function toSteps(entries: unknown): Step[] {
  const steps = Array.isArray(entries) ? entries.slice(1, LABELS_MAX).filter(isNode) : [];
  return steps.map(({ name, item }) => ({
    name: toText(name ?? (isNode(item) ? item.name : ''), 500),
    url: toAddress(item),
  }));
}

type NodeContext = {
  readonly isTop: boolean;
  /** The page's nodes that have an `@id` and a name, to resolve references such as `author: {"@id": "#ada"}`. */
  readonly byId?: ReadonlyMap<string, Node>;
};

export function toThing(node: Node, { isTop, byId = new Map() }: NodeContext): Thing {
  const declared = node['@type'];
  const types = (Array.isArray(declared) ? declared.slice(0, 10) : [declared])
    .filter((type) => typeof type === 'string')
    .map(toTypeName);
  const steps = types.includes('breadcrumblist') ? toSteps(node.itemListElement) : [];
  const end = steps.at(-1);
  return {
    types,
    isTop,
    headline: toText(node.headline, 500),
    name: end?.name ?? toText(node.name, 500),
    url: end?.url || toAddress(node.url ?? node['@id']),
    mainEntityOfPage: toAddress(node.mainEntityOfPage),
    basedOn: toAddress(node.isBasedOn ?? node.isBasedOnUrl),
    datePublished: toText(node.datePublished ?? node.uploadDate, 60),
    dateModified: toText(node.dateModified, 60),
    dateCreated: toText(node.dateCreated, 60),
    authors: toNames(node.author ?? node.creator, byId),
    publisher: toNames(node.publisher, byId)[0] ?? '',
    section: toText(node.articleSection, 120),
    labels: [node.articleSection, node.genre, steps.map(({ name }) => name)]
      .flat(2)
      .slice(0, LABELS_MAX)
      .map((label) => toText(label, 120)),
    lang: toText(node.inLanguage, 35),
    description: toText(node.description, 1200),
    body: toText(node.articleBody, 1500),
    isPaid: [node, node.hasPart].flat().some((part) => isNode(part) && isNo(part.isAccessibleForFree)),
  };
}
