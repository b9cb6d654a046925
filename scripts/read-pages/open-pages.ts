// Serves saved pages to a real Chromium at their own addresses, offline and without scripts, and measures the reader there.
import { type BrowserContext, chromium } from '@playwright/test';
import { getBrowser } from '../setup/find-browser.ts';
import { bundleReader } from './bundle-reader.ts';
import type { Measured } from './reader-global.ts';

export type OfflinePage = { readonly url: string; readonly body: Buffer };

export type PageSession = {
  open(page: OfflinePage): Promise<void>;
  /** Reads the open page. */
  measure(): Promise<Measured>;
  /** The evidence on the open page; null if the gate refuses it. */
  weigh(): Promise<readonly string[] | null>;
  /** Runs an expression in the open page. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
};

export type SessionOptions = {
  /** Additional browser switches. */
  readonly flags?: readonly string[];
  /** Enables scripting, for measured code with timers and observers; the page's own scripts are still blocked. */
  readonly hasTimers?: true;
};

export async function openPages({ flags = [], hasTimers }: SessionOptions = {}): Promise<PageSession> {
  const found = getBrowser(console.error);
  if (!found.ok) throw new Error(found.error.sentence);
  const code = await bundleReader();
  const browser = await chromium.launch({
    executablePath: found.value.path,
    args: ['--no-sandbox', '--disable-gpu', ...flags],
  });
  const context = await browser.newContext({
    javaScriptEnabled: hasTimers === true,
    ignoreHTTPSErrors: true,
    serviceWorkers: 'block',
  });
  const served = new Map<string, Buffer>();
  await serve(context, served);
  const page = await context.newPage();
  let address = '';
  // Sent separately and always identical, so that the browser may have compiled it for the previous page.
  const call = async (name: 'measure' | 'weigh') => {
    await page.evaluate(code);
    return page.evaluate(`parallaxReader.${name}(${JSON.stringify(address)})`);
  };
  return {
    async open(offline) {
      const url = new URL(offline.url);
      url.hash = '';
      served.clear();
      served.set(url.href, offline.body);
      await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: 30_000 });
      address = offline.url;
    },
    measure: async () => (await call('measure')) as Measured,
    weigh: async () => (await call('weigh')) as readonly string[] | null,
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function serve(context: BrowserContext, served: ReadonlyMap<string, Buffer>): Promise<void> {
  await context.route('**/*', (route) => {
    const request = route.request();
    const body = request.resourceType() === 'document' ? served.get(request.url()) : undefined;
    if (body === undefined) return route.abort();
    // If a saved page's bytes are UTF-8, it was saved as such; otherwise its own charset declaration is right.
    const isUtf8 = isValidUtf8(body);
    return route.fulfill({
      status: 200,
      body,
      headers: {
        'content-type': isUtf8 ? 'text/html; charset=utf-8' : 'text/html',
        // Nothing else is served: refusing it here avoids a request for each image and script.
        'content-security-policy': "default-src 'none'",
      },
    });
  });
}

function isValidUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
