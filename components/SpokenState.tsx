// Says what the popup or a story's page has come to, for readers who do not see it change: a region that is there before
// its words are.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from './words/words.ts';

/** `articles`: how many the story has that is shown as the page's; null where none is. */
export function SpokenState({ articles }: { articles: number | null }) {
  const words = useWords();
  const region = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const amount = articles === null ? '' : words.count('articlesCount', articles);
  // Of every state, the title is what there is to say; the component that draws it is the one to know it. The amount is
  // kept with it: until this effect has run, the title is still the one of the state before.
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
