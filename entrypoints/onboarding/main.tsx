// Renders the onboarding page.
import { render } from 'preact';
import { Onboarding } from '../../components/onboarding/Onboarding.tsx';
import { WordsProvider } from '../../components/words/words.ts';
import { openWords } from '../../utils/i18n.ts';
import { useOnboarding } from './use-onboarding.ts';

function OnboardingEntry() {
  const { state, actions } = useOnboarding();
  return <Onboarding state={state} actions={actions} />;
}

const words = openWords();
document.documentElement.lang = words.locale;
const root = document.getElementById('root');
if (root !== null) {
  render(
    <WordsProvider value={words}>
      <OnboardingEntry />
    </WordsProvider>,
    root,
  );
}
