// Renders the popup: finds the tab it was opened for and passes its state to the component.
import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { WordsProvider } from '../../components/words/words.ts';
import { openWords } from '../../utils/i18n.ts';
import { closeAfterLink } from './close-after-link.ts';
import { type FirstFacts, readFirstFacts, usePopup } from './use-popup.ts';

function PopupEntry({ first }: { first: FirstFacts }) {
  const { state, actions } = usePopup(first);
  return <Popup state={state} actions={actions} />;
}

closeAfterLink();
const reading = readFirstFacts(location.search);
const words = openWords();
document.documentElement.lang = words.locale;
const root = document.getElementById('root');
void reading.then((first) => {
  if (root === null) return;
  render(
    <WordsProvider value={words}>
      <PopupEntry first={first} />
    </WordsProvider>,
    root,
  );
});
