// Draws one state by its address, `?view=popup/covered&locale=de&dir=rtl`, for pictures and axe.
import { render } from 'preact';
import { WordsProvider } from '../../../components/words/words.ts';
import { createTestWords } from '../../support/ui/test-words.ts';
import { VIEWS } from './views.tsx';

const query = new URLSearchParams(location.search);
const view = VIEWS[query.get('view') ?? ''];
const words = createTestWords(query.get('locale') ?? 'en');
const root = document.getElementById('root');
document.documentElement.lang = words.locale;
document.documentElement.dir = query.get('dir') ?? 'ltr';
if (root === null || view === undefined) throw new Error(`No such view: ${query.get('view')}`);
render(<WordsProvider value={words}>{view()}</WordsProvider>, root);
