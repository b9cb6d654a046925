// The worker: registers every listener in its first turn, so that the browser can wake it for any of them.
import { defineBackground } from 'wxt/utils/define-background';
import { serveMessages } from '../../utils/messaging.ts';
import { createDeps } from './deps.ts';
import { createHandlers } from './handlers.ts';
import { listenToBrowser } from './listeners.ts';

// A classic script, not a module: its dynamic imports are then part of the file and run when they are needed, while a
// module would fetch them as chunks, which service workers refuse.
export default defineBackground(() => {
  const deps = createDeps();
  serveMessages(createHandlers(deps));
  listenToBrowser(deps);
});
