// The reader of articles: the worker adds it to pages that passed the gate, and to the page on whose tab the user clicked.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPage } from '../../utils/page/watch-page.ts';

export default defineUnlistedScript(() => watchPage());
