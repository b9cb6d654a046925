// Renders the options page.
import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { WordsProvider } from '../../components/words/words.ts';
import { openWords } from '../../utils/i18n.ts';
import { useOptions } from './use-options.ts';

function OptionsEntry() {
  const { state, actions } = useOptions();
  return <Options state={state} actions={actions} />;
}

const words = openWords();
document.documentElement.lang = words.locale;
const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsProvider value={words}>
      <OptionsEntry />
    </WordsProvider>,
    root,
  );
}
