// Says what the popup has come to, for readers who do not see it change: a region that is there before its words are.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import type { PopupPage } from './popup-state.ts';

export function SpokenState({ page }: { page: PopupPage }) {
  const words = useWords();
  const region = useRef<HTMLParagraphElement>(null);
  const [title, setTitle] = useState('');
  // Of every state, the title is what there is to say; the component that draws it is the one to know it.
  useEffect(() => setTitle(region.current?.parentElement?.querySelector('main h1')?.textContent ?? ''));
  const isStory = page.status === 'covered' || page.status === 'possible';
  const amount = isStory ? `${words.count('articlesCount', page.coverage.story.articles)}: ` : '';
  return (
    <p class="visually-hidden" role="status" ref={region}>
      {title !== '' && `${amount}${title}`}
    </p>
  );
}
