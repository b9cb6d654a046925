// A browser with the built extension that reads every site, and serves a given page in place of the web.

import { askWorker, importNewsroom } from '../newsroom/import-newsroom.ts';
import type { Override } from '../newsroom/newsroom.ts';
import { openNewsroomBrowser } from '../newsroom/open-newsroom-browser.ts';
import { listSampleFeeds, syncNow, writeSettings } from '../newsroom/set-up-reader.ts';
import type { ExtensionBrowser } from '../setup/extension-browser.ts';

export type ServedPage = { readonly url: string; readonly body: Buffer | string };

export type BadgeReader = {
  readonly extension: ExtensionBrowser;
  /** From now on, only this page exists on the web. */
  serve(page: ServedPage): void;
  setBadges(density: 'all' | 'off'): Promise<void>;
  /** Polls the sample newsroom's feeds, so that its outlets are known and the engine is in memory. */
  pollNewsroom(): Promise<void>;
  close(): Promise<void>;
};

export async function openBadgeReader(): Promise<BadgeReader> {
  const { extension, newsroom, close } = await openNewsroomBrowser(['*://*/*']);
  let served: ServedPage | null = null;
  const answer: Override = (host, path) => {
    const url = served === null ? null : new URL(served.url);
    if (served === null || url?.hostname !== host || path !== url.pathname + url.search)
      return { status: 404, body: '' };
    const isUtf8 = !new TextDecoder().decode(Buffer.from(served.body)).includes('\uFFFD');
    // Whatever else the page would load is refused at once.
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    const headers = {
      'content-type': isUtf8 ? 'text/html; charset=utf-8' : 'text/html',
      'content-security-policy': policy,
    };
    return { status: 200, headers, body: served.body };
  };
  newsroom.setOverride(answer);
  await extension.requestOrigins(['*://*/*']);
  // Creates the database for the seeds.
  await askWorker(extension.control, { name: 'stories/latest', input: { limit: 1 } });
  await writeSettings(extension.control, { readingMode: 'every-site', isPollingOn: false });
  return {
    extension,
    serve(page) {
      served = page;
    },
    setBadges: (badgeDensity) => writeSettings(extension.control, { badgeDensity }),
    async pollNewsroom() {
      newsroom.setOverride(null);
      await importNewsroom(extension.control);
      await writeSettings(extension.control, {
        isPollingOn: true,
        isOnboarded: true,
        ...(await listSampleFeeds(extension.control)),
      });
      await syncNow(extension.control);
      newsroom.setOverride(answer);
    },
    close,
  };
}

/** Links with the text length of a headline, each address once; runs in the page. */
export function collectLinks(): { url: string; text: string }[] {
  const found = new Map<string, string>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const text = (link.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text.length >= 25 && /^https?:/.test(link.href)) found.set(link.href, text);
  }
  return [...found].map(([url, text]) => ({ url, text }));
}
