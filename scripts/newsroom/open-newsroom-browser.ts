// A browser with the built extension, or another one, and a newsroom that is its whole web.
import { BUILT_EXTENSION, type ExtensionBrowser, openExtensionBrowser } from '../setup/extension-browser.ts';
import { getBrowser } from '../setup/find-browser.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';

export type NewsroomBrowser = {
  readonly extension: ExtensionBrowser;
  readonly newsroom: Newsroom;
  readonly close: () => Promise<void>;
};

/** `grantableOrigins` and `extensionPath` as for `openExtensionBrowser`. Throws if there is no browser. */
export async function openNewsroomBrowser(
  grantableOrigins: readonly string[],
  extensionPath = BUILT_EXTENSION,
): Promise<NewsroomBrowser> {
  const browser = getBrowser(console.error);
  if (!browser.ok) throw new Error(browser.error.sentence);
  const newsroom = await startNewsroom({ now: Date.now() });
  const extension = await openExtensionBrowser({
    browserPath: browser.value.path,
    server: newsroom,
    isHeadless: true,
    grantableOrigins,
    extensionPath,
  });
  return {
    extension,
    newsroom,
    async close() {
      await extension.close();
      await newsroom.close();
    },
  };
}

/** Waits first, because a worker that has just started (for instance for a tab that closed) cannot be stopped. */
export async function stopWorker(extension: ExtensionBrowser): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await extension.killWorker();
}
