// The worker: registers every listener in its first turn, so that the browser can wake it for any of them.
import { defineBackground } from 'wxt/utils/define-background';
import { serveMessages } from '../../utils/messaging.ts';
import { createDeps } from './deps.ts';
import { createHandlers } from './handlers.ts';
import { listenToBrowser } from './listeners.ts';

export default defineBackground({
  type: 'module',
  main() {
    const deps = createDeps();
    serveMessages(createHandlers(deps));
    listenToBrowser(deps);
  },
});
