// Renders one state after another in the same page: the first by its address, `?view=popup/covered&locale=de&dir=rtl`, others on request.
import { render } from 'preact';
import { WordsProvider } from '../../../components/words/words.ts';
import { createTestWords } from '../../support/ui/test-words.ts';
import { VIEWS } from './views.tsx';

export type ShownView = { readonly view: string; readonly locale?: string; readonly dir?: 'ltr' | 'rtl' };

const root = document.getElementById('root');

/** As in a new page: nothing of the previous view remains. */
function showView({ view, locale = 'en', dir = 'ltr' }: ShownView): void {
  const words = createTestWords(locale);
  const draw = VIEWS[view];
  if (root === null || draw === undefined) throw new Error(`No such view: ${view}`);
  render(null, root);
  document.documentElement.lang = words.locale;
  document.documentElement.dir = dir;
  document.documentElement.style.fontSize = '';
  scrollTo(0, 0);
  render(<WordsProvider value={words}>{draw(words)}</WordsProvider>, root);
}

Object.assign(window, { showView });
const query = new URLSearchParams(location.search);
const view = query.get('view');
if (view !== null) {
  showView({ view, locale: query.get('locale') ?? 'en', dir: query.get('dir') === 'rtl' ? 'rtl' : 'ltr' });
}
