// Sets the title of an extension page, so that its tabs can be distinguished.
import { useLayoutEffect } from 'preact/hooks';
import { useWords } from './words/words.ts';

/** `title` is null until the page's content is known. */
export function usePageTitle(title: string | null): void {
  const words = useWords();
  const name = words.text('extensionName');
  useLayoutEffect(() => {
    document.title = title === null ? name : `${title} – ${name}`;
  }, [title, name]);
}
