// Tracks which parts of the page must be scanned: added elements, links with a new address, changed texts of links, and parts
// that are no longer hidden from screen readers.
import { OWN_LAYER } from '../own-layer.ts';
import { closestOf, isElement, parentOf, type Scope, tagOf } from '../page/dom.ts';
import { isInPage } from './link-dom.ts';

/** With more changed parts than this, scanning the whole page is cheaper. */
const SCOPES_MAX = 100;

/** `mayBeGone`: something was removed, possibly only an address. */
export type Changes = { readonly scopes: readonly Scope[]; readonly mayBeGone: boolean };

export type ChangedScopes = {
  /** Starts watching a document or shadow root. */
  observe(scope: Document | ShadowRoot): void;
  noteAll(): void;
  hasChanges(): boolean;
  /** The parts to scan since the last call. */
  take(): Changes;
  stop(): void;
};

/** For callers interested in links' addresses only, not in their texts or visibility. */
export const ADDRESSES_ONLY = { childList: true, subtree: true, attributeFilter: ['href'] };
/** While a consent dialog is open, much of a page is hidden from screen readers. */
export const WORDS_TOO = { ...ADDRESSES_ONLY, characterData: true, attributeFilter: ['href', 'aria-hidden'] };

type ChangedScopesOptions = {
  readonly root: Document;
  readonly observed: MutationObserverInit;
  readonly onChange: () => void;
};

export function createChangedScopes({ root, observed, onChange }: ChangedScopesOptions): ChangedScopes {
  let scopes = new Set<Scope>();
  let mayBeGone = false;

  const note = (scope: Scope) => {
    if (scopes.has(root)) return;
    scopes.add(scope);
    if (scopes.size > SCOPES_MAX) scopes = new Set([root]);
  };
  const noteChildren = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    if (removedNodes.length > 0) mayBeGone = true;
    if (addedNodes.length > SCOPES_MAX) scopes = new Set([root]);
    else for (const node of addedNodes) if (isElement(node) && tagOf(node) !== OWN_LAYER) note(node);
    noteWords(target);
  };
  /** The text of a link, or of the open article's headline, may have changed. */
  const noteWords = (node: Node) => {
    const element = isElement(node) ? node : parentOf(node);
    const words = element && closestOf(element, 'a[href],h1');
    if (words) note(words);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'childList') noteChildren(record);
      else if (record.type === 'characterData') noteWords(record.target);
      else if (isElement(record.target)) {
        note(record.target);
        // Without an address it is no longer found as a link.
        if (record.attributeName === 'href') mayBeGone = true;
      }
    }
    if (scopes.size > 0 || mayBeGone) onChange();
  });
  return {
    observe(scope) {
      observer.observe(scope, observed);
    },
    noteAll() {
      scopes = new Set([root]);
    },
    hasChanges: () => scopes.size > 0 || mayBeGone,
    take() {
      const taken = { scopes: [...scopes].filter((scope) => scope === root || isInPage(scope)), mayBeGone };
      scopes = new Set();
      mayBeGone = false;
      return taken;
    },
    stop: () => observer.disconnect(),
  };
}
