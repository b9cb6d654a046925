// Scrolls to the section named in the page's address, as in the popup's links, and moves the focus there.
import { useEffect } from 'preact/hooks';
import type { OptionsState } from '../../components/options/options-state.ts';

type Parts = Pick<OptionsState, 'settings' | 'source' | 'feeds' | 'packs' | 'ledger'>;

/** Runs again whenever a part has been loaded, since each may move the section or contain it. */
export function useNamedSection({ settings, source, feeds, packs, ledger }: Parts): void {
  useEffect(
    scrollToNamedSection,
    [settings, source, feeds, packs, ledger].map((part) => part === null),
  );
}

function scrollToNamedSection(): void {
  const id = location.hash.slice(1);
  const section = id === '' ? null : document.getElementById(id);
  section?.scrollIntoView();
  // The keyboard continues from there, not from the top of the page, unless the focus has been moved elsewhere meanwhile.
  // Without a focus ring: most users come by a click, and the heading is at the top of what they see.
  if (document.activeElement === document.body) {
    section?.querySelector('h2')?.focus({ preventScroll: true, focusVisible: false });
  }
}
