// Shows the section that the page's address names, as the popup's links do, and takes the keyboard there.
import { useEffect } from 'preact/hooks';
import type { OptionsState } from '../../components/options/options-state.ts';

type Parts = Pick<OptionsState, 'settings' | 'source' | 'feeds' | 'packs' | 'ledger'>;

/** Parts are drawn one after the other as they are read, and each moves the section or is the one it stands in. */
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
  // The keyboard goes on from there, not from the top of the page; where it has been taken elsewhere meanwhile, it stays.
  // Without a ring: most come by a click, and the heading is at the top of what they see.
  if (document.activeElement === document.body) {
    section?.querySelector('h2')?.focus({ preventScroll: true, focusVisible: false });
  }
}
