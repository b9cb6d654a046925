// A link out of Parallax, or out of the popup: it opens in a new tab, and tells screen readers so.
import type { ComponentChildren } from 'preact';
import { useWords } from './words/words.ts';

type NewTabLinkProps = {
  href: string;
  class?: string;
  title?: string;
  lang?: string;
  dir?: 'ltr' | 'rtl' | 'auto';
  children: ComponentChildren;
};

export function NewTabLink({ children, ...link }: NewTabLinkProps) {
  const words = useWords();
  return (
    <a {...link} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="visually-hidden" lang={words.locale}>
        {' '}
        ({words.text('opensInNewTab')})
      </span>
    </a>
  );
}
