// Reads the microdata and RDFa properties that describe an article. Only these few, because pages use thousands.
import { attributeOf, closestOf, findAll, findFirst, firstOf, parentOf, textOf } from './dom.ts';
import { toThing } from './json-ld.ts';
import { collapse, cutText } from './plain-text.ts';
import { type Thing, toTypeName } from './thing.ts';

const SCOPES_MAX = 100;
const PROPERTIES_MAX = 300;
const SCOPE = '[itemtype],[typeof]';
const POST = '[itemprop="blogPost"]';
const NAME = '[itemprop~="name"],[property="name" i],[property$=":name" i]';
const NAMES = ['headline', 'datePublished', 'dateModified', 'dateCreated', 'author', 'articleSection'] as const;
type Name = (typeof NAMES)[number];
const PROPERTY = NAMES.map((name) => `[itemprop~="${name}"],[property$="${name}" i]:not(meta[property^="og:"])`).join();

export function readMicrodata(document: Document): Thing[] {
  const scopes = findAll(document, SCOPE);
  if (scopes.length === 0) return [];
  const things = new Map<Element, { types: string[]; isTop: boolean; values: Map<Name, string[]> }>();
  // On the page of a single post Blogger still declares it as a part of the blog.
  const isLonePost = findAll(document, POST).length === 1;
  for (const scope of firstOf(scopes, SCOPES_MAX)) {
    const declared = attributeOf(scope, 'itemtype') || attributeOf(scope, 'typeof');
    const part = attributeOf(scope, 'itemprop') || attributeOf(scope, 'property');
    const types = declared.slice(0, 400).split(/\s+/).map(toTypeName);
    things.set(scope, { types, isTop: part === '' || (part === 'blogPost' && isLonePost), values: new Map() });
  }
  for (const property of firstOf(findAll(document, PROPERTY), PROPERTIES_MAX)) {
    const parent = parentOf(property);
    const scope = parent === null ? null : closestOf(parent, SCOPE);
    const thing = scope === null ? undefined : things.get(scope);
    if (thing === undefined) continue;
    const declared = (attributeOf(property, 'itemprop') || attributeOf(property, 'property')).toLowerCase();
    const value = readValue(property, declared);
    if (value === '') continue;
    for (const name of NAMES) {
      if (!declared.includes(name.toLowerCase())) continue;
      const values = thing.values.get(name);
      if (values === undefined) thing.values.set(name, [value]);
      else if (values.length < 10) values.push(value);
    }
  }
  return Array.from(things.values(), ({ types, isTop, values }) =>
    toThing({ '@type': types, ...Object.fromEntries(values) }, { isTop }),
  );
}

/** If the property is an item of its own, such as a Person, takes its name alone, without role, address and picture. */
function readValue(element: Element, declared: string): string {
  const isScope = attributeOf(element, 'itemtype') !== '' || attributeOf(element, 'typeof') !== '';
  const named = isScope ? (findFirst(element, NAME) ?? element) : element;
  // The title attribute is read for dates alone: an author link's title may be "Posts by …".
  const date = declared.includes('date') ? attributeOf(named, 'datetime') || attributeOf(named, 'title') : '';
  return cutText(collapse(attributeOf(named, 'content') || date || textOf(named).slice(0, 2000)), 400);
}
