// Notes which parts of the page have to be looked at: what was added, links that were re-aimed, texts that came to links or
// were edited, what is kept from readers no more.
import { OWN_LAYER } from '../own-layer.ts';
import { closestOf, isElement, parentOf, type Scope, tagOf } from '../page/dom.ts';
import { isInPage } from './link-dom.ts';

/** With more changed parts than this, one look at the whole page is cheaper. */
const SCOPES_MAX = 100;

/** `mayBeGone`: something was taken away, an address too. */
export type Changes = { readonly scopes: readonly Scope[]; readonly mayBeGone: boolean };

export type ChangedScopes = {
  /** Has a document or shadow root watched. */
  observe(scope: Document | ShadowRoot): void;
  noteAll(): void;
  hasNews(): boolean;
  /** What there is to look at since this was last asked. */
  take(): Changes;
  stop(): void;
};

/** For those who ask where links lead, and not what they say, nor to whom. */
export const ADDRESSES_ONLY = { childList: true, subtree: true, attributeFilter: ['href'] };
/** Much of a page is kept from screen readers while a request for consent lies over it. */
export const WORDS_TOO = { ...ADDRESSES_ONLY, characterData: true, attributeFilter: ['href', 'aria-hidden'] };

type ChangedScopesOptions = {
  readonly root: Document;
  readonly noticed: MutationObserverInit;
  readonly onNews: () => void;
};

export function createChangedScopes({ root, noticed, onNews }: ChangedScopesOptions): ChangedScopes {
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
  /** What a link, or the open article's own headline, says may have changed. */
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
        // Without an address it is no link any more, and not found as one.
        if (record.attributeName === 'href') mayBeGone = true;
      }
    }
    if (scopes.size > 0 || mayBeGone) onNews();
  });
  return {
    observe(scope) {
      observer.observe(scope, noticed);
    },
    noteAll() {
      scopes = new Set([root]);
    },
    hasNews: () => scopes.size > 0 || mayBeGone,
    take() {
      const taken = { scopes: [...scopes].filter((scope) => scope === root || isInPage(scope)), mayBeGone };
      scopes = new Set();
      mayBeGone = false;
      return taken;
    },
    stop: () => observer.disconnect(),
  };
}
