// What the tab of one of our own pages is called, so that its tabs can be told apart.
import { useLayoutEffect } from 'preact/hooks';
import { useWords } from './words/words.ts';

/** Null until it is known what the page shows. */
export function usePageTitle(title: string | null): void {
  const words = useWords();
  const name = words.text('extensionName');
  useLayoutEffect(() => {
    document.title = title === null ? name : `${title} – ${name}`;
  }, [title, name]);
}
