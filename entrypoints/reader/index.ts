// The reader of articles: the worker injects it into pages that passed the gate, and into the page on which the user clicked the button.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPage } from '../../utils/page/watch-page.ts';

export default defineUnlistedScript(() => watchPage());
