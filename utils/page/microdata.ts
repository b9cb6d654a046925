// Reads the few microdata and RDFa properties that describe an article; only those, because pages use thousands.
import { attributeOf, closestOf, findAll, parentOf, textOf } from './dom.ts';
import { collapse, cutText } from './plain-text.ts';
import { NO_THING, type Thing, toTypeName } from './thing.ts';

const SCOPES_MAX = 100;
const PROPERTIES_MAX = 300;
const SCOPE = '[itemtype],[typeof]';
const NAMES = ['headline', 'datePublished', 'dateModified', 'dateCreated', 'author', 'articleSection'] as const;
type Name = (typeof NAMES)[number];
const PROPERTY = NAMES.map((name) => `[itemprop~="${name}"],[property$="${name}" i]:not(meta[property^="og:"])`).join();

export function readMicrodata(document: Document): Thing[] {
  const scopes = findAll(document, SCOPE);
  if (scopes.length === 0) return [];
  const things = new Map<Element, { types: string[]; isTop: boolean; values: Map<Name, string[]> }>();
  for (let i = 0; i < Math.min(scopes.length, SCOPES_MAX); i++) {
    const scope = scopes[i];
    if (scope === undefined) break;
    const declared = attributeOf(scope, 'itemtype') || attributeOf(scope, 'typeof');
    const isPart = attributeOf(scope, 'itemprop') !== '' || attributeOf(scope, 'property') !== '';
    const types = declared.slice(0, 400).split(/\s+/).map(toTypeName);
    things.set(scope, { types, isTop: !isPart, values: new Map() });
  }
  const properties = findAll(document, PROPERTY);
  for (let i = 0; i < Math.min(properties.length, PROPERTIES_MAX); i++) {
    const property = properties[i];
    if (property === undefined) break;
    const parent = parentOf(property);
    const scope = parent === null ? null : closestOf(parent, SCOPE);
    const thing = scope === null ? undefined : things.get(scope);
    if (thing === undefined) continue;
    const declared = (attributeOf(property, 'itemprop') || attributeOf(property, 'property')).toLowerCase();
    const value = readValue(property);
    if (value === '') continue;
    for (const name of NAMES) {
      if (!declared.includes(name.toLowerCase())) continue;
      const values = thing.values.get(name);
      if (values === undefined) thing.values.set(name, [value]);
      else if (values.length < 10) values.push(value);
    }
  }
  return Array.from(things.values(), ({ types, isTop, values }) => {
    const first = (name: Name) => values.get(name)?.[0] ?? '';
    return {
      ...NO_THING,
      types,
      isTop,
      headline: first('headline'),
      datePublished: first('datePublished'),
      dateModified: first('dateModified'),
      dateCreated: first('dateCreated'),
      authors: values.get('author') ?? [],
      section: first('articleSection'),
    };
  });
}

function readValue(element: Element): string {
  const declared = attributeOf(element, 'content') || attributeOf(element, 'datetime') || attributeOf(element, 'title');
  return cutText(collapse(declared || (textOf(element) ?? '').slice(0, 2000)), 400);
}
