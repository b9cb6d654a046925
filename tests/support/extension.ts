// Playwright's test with the built extension in a real browser, the sample newsroom as its web, and failure on console errors.
import { test as base, type ConsoleMessage, expect } from '@playwright/test';
import { SAMPLE_ORIGINS } from '../../scripts/newsroom/import-newsroom.ts';
import { type Newsroom, startNewsroom } from '../../scripts/newsroom/newsroom.ts';
import { untilWelcomed } from '../../scripts/newsroom/set-up-reader.ts';
import { type ExtensionBrowser, openExtensionBrowser } from '../../scripts/setup/extension-browser.ts';
import { getBrowser } from '../../scripts/setup/find-browser.ts';
import { createReader, type Reader } from './reader.ts';
import { readSettledProfile } from './settled-profile.ts';
import { TESTED_EXTENSION } from './tested-extension.ts';

type Options = {
  readonly grantableOrigins: readonly string[];
  readonly isInPrivateWindows: boolean;
  readonly hasPageCache: boolean;
  readonly allowedErrors: readonly RegExp[];
};
/** When the newsroom published its issue, and the browser's profile, which is null for a new one. */
type Beginning = { readonly now: number; readonly profile: string | null };
type Fixtures = { readonly newsroom: Newsroom; readonly extension: ExtensionBrowser; readonly reader: Reader };

/** Each test has a browser, a newsroom and a user of its own. */
export const test = base.extend<Options & { readonly beginning: Beginning } & Fixtures>({
  grantableOrigins: [SAMPLE_ORIGINS, { option: true }],
  isInPrivateWindows: [false, { option: true }],
  hasPageCache: [false, { option: true }],
  allowedErrors: [[], { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its parameter
  beginning: ({}, use) => use({ now: Date.now(), profile: null }),

  newsroom: async ({ beginning }, use) => {
    const newsroom = await startNewsroom({ now: beginning.now });
    await use(newsroom);
    await newsroom.close();
  },

  extension: async (
    { beginning, newsroom, grantableOrigins, isInPrivateWindows, hasPageCache, allowedErrors },
    use,
  ) => {
    const options = { profile: beginning.profile, grantableOrigins, isInPrivateWindows, hasPageCache };
    const { extension, errors } = await openTestBrowser(newsroom, options);
    await use(extension);
    await extension.close();
    const unexpected = errors.filter((error) => !allowedErrors.some((allowed) => allowed.test(error)));
    expect(unexpected, 'errors on the console of the extension').toEqual([]);
  },

  reader: async ({ extension, newsroom }, use) => {
    await use(createReader(extension, newsroom));
  },
});

/** Like `test`, but after setup and a polling round, which ended a few minutes ago at most. */
export const settledTest = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: as above
  beginning: ({}, use) => use(readSettledProfile()),
});

type Shared = { readonly shared: Fixtures };

/** For tests that change nothing: one set-up browser for all tests of a worker; pages are closed after each test. */
export const lookingTest = base.extend<{ readonly reader: Reader; readonly newsroom: Newsroom }, Shared>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const { now, profile } = readSettledProfile();
      const newsroom = await startNewsroom({ now });
      const { extension, errors } = await openTestBrowser(newsroom, {
        profile,
        grantableOrigins: SAMPLE_ORIGINS,
        isInPrivateWindows: false,
        hasPageCache: false,
      });
      await use({ newsroom, extension, reader: createReader(extension, newsroom) });
      await extension.close();
      await newsroom.close();
      expect(errors, 'errors on the console of the extension').toEqual([]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  newsroom: ({ shared }, use) => use(shared.newsroom),
  reader: async ({ shared }, use) => {
    await use(shared.reader);
    const others = shared.extension.context.pages().filter((page) => page !== shared.reader.control);
    for (const page of others) await page.close();
  },
});

type TestBrowser = { readonly extension: ExtensionBrowser; readonly errors: readonly string[] };

type TestBrowserOptions = Omit<Options, 'allowedErrors'> & Pick<Beginning, 'profile'>;

/** Waits for the onboarding page, which opens by itself, so that it does not come to the front during the test. */
async function openTestBrowser(newsroom: Newsroom, options: TestBrowserOptions): Promise<TestBrowser> {
  const browser = getBrowser(console.error);
  if (!browser.ok) throw new Error(browser.error.sentence);
  const extension = await openExtensionBrowser({
    browserPath: browser.value.path,
    server: newsroom,
    isHeadless: process.env.HEADED === undefined,
    ...options,
    extensionPath: TESTED_EXTENSION,
  });
  const errors = collectErrors(extension);
  if (options.profile === null) await untilWelcomed(extension);
  return { extension, errors };
}

/** Browser calls of a worker that is being stopped fail with this, and the worker logs them as long as it can. */
const STOPPED_WORKER = /Error: No SW\b/;

/** Errors of the extension's pages, worker and content scripts; the sample pages cause none themselves. */
function collectErrors(extension: ExtensionBrowser): string[] {
  const errors: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    const isOwn = message.location().url.startsWith(extension.pageUrl('')) || message.text().includes('Parallax');
    if (message.type() === 'error' && isOwn && !STOPPED_WORKER.test(message.text()))
      errors.push(`${message.text()} (${message.location().url})`);
  };
  extension.context.on('console', onConsole);
  extension.context.on('weberror', (error) => {
    const text = String(error.error().stack ?? error.error());
    if (text.includes(extension.pageUrl(''))) errors.push(text); // real sites log errors of their own
  });
  for (const worker of extension.context.serviceWorkers()) worker.on('console', onConsole);
  extension.context.on('serviceworker', (worker) => worker.on('console', onConsole));
  return errors;
}

export { expect } from '@playwright/test';
