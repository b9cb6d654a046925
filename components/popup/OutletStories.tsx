// For a page that is not an article: its outlet's stories that others cover too, or why none are shown.
import { StoryLinks } from '../coverage/StoryLinks.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions, PopupPage } from './popup-state.ts';

type OutletStoriesProps = {
  host: string;
  stories: Extract<PopupPage, { status: 'not-article' }>['stories'];
  toStoryHref: PopupActions['toStoryHref'] | null;
};

export function OutletStories({ host, stories, toStoryHref }: OutletStoriesProps) {
  const words = useWords();
  if (stories === null) return <p class="center muted">{words.text('outletNotAsked')}</p>;
  if (stories.length === 0) return <p class="center muted">{words.text('noOutletStories', host)}</p>;
  return (
    <section class="outlet-stories">
      <h2>{words.text('outletStoriesTitle', host)}</h2>
      <StoryLinks stories={stories} toStoryHref={toStoryHref} opensIn="new-tab" />
    </section>
  );
}
