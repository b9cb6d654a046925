// Draws the popup: finds the tab it was opened for and hands its state to the component.
import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { WordsProvider } from '../../components/words/words.ts';
import { openWords } from '../../utils/i18n.ts';
import { usePopup } from './use-popup.ts';

function PopupEntry() {
  const { state, actions } = usePopup();
  return <Popup state={state} actions={actions} />;
}

const words = openWords();
document.documentElement.lang = words.locale;
const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsProvider value={words}>
      <PopupEntry />
    </WordsProvider>,
    root,
  );
}
