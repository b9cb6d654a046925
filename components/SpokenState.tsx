// Announces the current state of the popup or a story's page to screen readers: a live region that exists before its text.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from './words/words.ts';

/** `articles`: number of articles of the story shown for the page; null where none is. */
export function SpokenState({ articles }: { articles: number | null }) {
  const words = useWords();
  const region = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const amount = articles === null ? '' : words.count('articlesCount', articles);
  // The state's title is announced, read from the page. The number is stored along with it, since the title belongs to the
  // previous state until this effect has run.
  useEffect(() => {
    const title = region.current?.parentElement?.querySelector('main h1')?.textContent ?? '';
    setSaid(title === '' || amount === '' ? title : words.text('labeled', amount, title));
  });
  return (
    <p class="visually-hidden" role="status" ref={region}>
      {said}
    </p>
  );
}
