// Rewrites the test's page as a script does with `document.open`, which also removes all listeners from window and document.
import { onTestFinished, vi } from 'vitest';

/** To be called before the listeners are added. Returns a function that replaces the document by a copy of it. */
export function preparePageRewrite(): () => void {
  const ofWindow = vi.spyOn(globalThis, 'addEventListener');
  const ofDocument = vi.spyOn(document, 'addEventListener');
  onTestFinished(() => {
    ofWindow.mockRestore();
    ofDocument.mockRestore();
  });
  return () => {
    for (const capture of [true, false]) {
      for (const [name, listener] of ofWindow.mock.calls) removeEventListener(name, listener, { capture });
      for (const [name, listener] of ofDocument.mock.calls) document.removeEventListener(name, listener, { capture });
    }
    const root = document.documentElement.cloneNode(true);
    document.documentElement.remove();
    document.append(root);
  };
}
