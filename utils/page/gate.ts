// Decides in well under a millisecond whether a page is worth reading. It runs on every page, so it stays small.

import type { ArticleKind } from '../../engine/schema.ts';
import {
  attributeOf,
  closestOf,
  contentTypeOf,
  designModeOf,
  findAll,
  findFirst,
  firstOf,
  isTypedInto,
  rootOf,
  tagOf,
} from './dom.ts';
import type { PageKind } from './page-report.ts';
import { isRootAddress, isSearchAddress } from './plain-address.ts';

export type GateVerdict =
  /** Worth reading. */
  | { readonly pass: true }
  /** Certainly not one article. The kind is reported to the worker. */
  | { readonly pass: false; readonly kind: Exclude<PageKind, ArticleKind> }
  /** Private or no page at all: editors, applications, files. Nothing is reported. */
  | { readonly pass: false; readonly kind: null };

const SILENT: GateVerdict = { pass: false, kind: null };
const PASS: GateVerdict = { pass: true };

const EDITABLES_MAX = 30;
/** An editable element with this many paragraphs is a document. A comment that someone writes has fewer. */
const TYPED_PARAGRAPHS = 4;

/**
 * Mail, office and chat applications hold private text and are never articles. Sets and not regular expressions,
 * because those have to be compiled on every page.
 */
const APPLICATION_LABELS = new Set('mail webmail outlook app admin account accounts login auth sso'.split(' '));
const GOOGLE_APPLICATIONS = new Set(['docs', 'drive', 'calendar', 'meet', 'chat', 'keep']);
const APPLICATION_SITES = new Set(
  'slack notion figma office sharepoint whatsapp messenger discord zoom trello asana miro'.split(' '),
);
const APPLICATION_SUFFIXES = new Set(['com', 'so', 'us', 'live']);

function isApplication(hostname: string): boolean {
  const labels = hostname.split('.');
  const [first = ''] = labels;
  const site = labels.at(-2) ?? '';
  return (
    (labels.length > 1 && APPLICATION_LABELS.has(first)) ||
    (hostname.endsWith('.google.com') && GOOGLE_APPLICATIONS.has(first)) ||
    (APPLICATION_SITES.has(site) && APPLICATION_SUFFIXES.has(labels.at(-1) ?? ''))
  );
}

export function gatePage(document: Document, url: URL): GateVerdict {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return SILENT;
  const type = contentTypeOf(document);
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return SILENT;
  if (designModeOf(document) === 'on' || isEditor(document)) return SILENT;
  if (isApplication(url.hostname) && !declaresArticle(document)) return SILENT;
  if (isRootAddress(url) && !declaresArticle(document)) return { pass: false, kind: 'front' };
  if (isSearchAddress(url) && !declaresArticle(document)) return { pass: false, kind: 'search' };
  return PASS;
}

/** A page whose main part is editable is being written, not read. A comment box beside an article does not count. */
function isEditor(document: Document): boolean {
  const root = rootOf(document);
  if (root !== null && attributeOf(root, 'contenteditable') === 'true') return true;
  return firstOf(findAll(document, '[contenteditable]'), EDITABLES_MAX).some(
    (element) => isTypedInto(element) && holdsPage(element),
  );
}

function holdsPage(element: Element): boolean {
  if (tagOf(element) === 'h1' || findFirst(element, 'h1') !== null) return true;
  const isMainPart = closestOf(element, 'main,[role="main"],body > [contenteditable]') !== null;
  return (
    findAll(element, 'p').length >= (isMainPart ? 1 : TYPED_PARAGRAPHS) ||
    (isMainPart && findFirst(element, 'h2') !== null)
  );
}

function declaresArticle(document: Document): boolean {
  const type = findFirst(document, 'meta[property="og:type" i]');
  return type !== null && /article/i.test(attributeOf(type, 'content')) && findFirst(document, 'h1') !== null;
}
