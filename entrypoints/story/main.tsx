// Renders the story page.
import { render } from 'preact';
import { Story } from '../../components/story/Story.tsx';
import { WordsProvider } from '../../components/words/words.ts';
import { openWords } from '../../utils/i18n.ts';
import { useStory } from './use-story.ts';

function StoryEntry() {
  return <Story {...useStory()} />;
}

const words = openWords();
document.documentElement.lang = words.locale;
const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsProvider value={words}>
      <StoryEntry />
    </WordsProvider>,
    root,
  );
}
