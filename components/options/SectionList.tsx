// The list of the settings' sections; the current one is marked and scrolled into view.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type TextKey, useWords } from '../words/words.ts';
import { useCurrentSection } from './use-current-section.ts';

const LINKS: readonly { id: string; name: TextKey }[] = [
  { id: 'reading', name: 'readingHeading' },
  { id: 'badges', name: 'badgesHeading' },
  { id: 'source', name: 'sourceHeading' },
  { id: 'feeds', name: 'feedsHeading' },
  { id: 'ratings', name: 'ratingsHeading' },
  { id: 'own', name: 'ownHeading' },
  { id: 'blindspots', name: 'blindspotsHeading' },
  { id: 'data', name: 'dataHeading' },
  { id: 'ledger', name: 'ledgerHeading' },
  { id: 'help', name: 'aboutHeading' },
];

const IDS = LINKS.map(({ id }) => id);

export function SectionList() {
  const words = useWords();
  const list = useRef<HTMLElement>(null);
  const current = useCurrentSection(IDS);
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    const link = list.current?.querySelector('[aria-current]');
    if (link && !isPressed.current) bringIntoView(link);
  }, [current]);
  // While the pointer is down, the list does not scroll: it could move the link away before release. Leaving the list ends this, as touch scrolling does.
  const hold = () => {
    isPressed.current = true;
  };
  const release = () => {
    isPressed.current = false;
  };
  return (
    <nav
      ref={list}
      aria-label={words.text('sectionsNav')}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
    >
      {LINKS.map(({ id, name }) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={id === current ? 'location' : undefined}
          // Browsers do not scroll a half-visible link into view on focus. Not for a click, under which the link must not move.
          onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && bringIntoView(currentTarget)}
        >
          {words.text(name)}
        </a>
      ))}
    </nav>
  );
}

/** In a small window the list is one line that scrolls sideways. `scrollIntoView` would scroll the page as well. */
function bringIntoView(link: Element): void {
  const middleOf = (element: Element | null) => {
    const { left = 0, width = 0 } = element?.getBoundingClientRect() ?? {};
    return left + width / 2;
  };
  link.parentElement?.scrollBy({ left: middleOf(link) - middleOf(link.parentElement) });
}
