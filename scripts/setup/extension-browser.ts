// Opens a Chromium with the built extension, for which the newsroom is the whole web.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { resolverRules } from '../newsroom/resolver-rules.ts';

export const BUILT_EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

export type ExtensionBrowserOptions = {
  readonly browserPath: string;
  readonly server: { readonly httpPort: number; readonly httpsPort: number };
  readonly isHeadless: boolean;
  /** Match patterns that the browser grants without a prompt once the extension requests exactly them. */
  readonly grantableOrigins: readonly string[];
  /** Folder of a profile to copy; its own permissions then replace the two options on them. Null, the default: an empty one. */
  readonly profile?: string | null;
  readonly extensionPath?: string;
  /** As after the user allowed the extension in private windows. */
  readonly isInPrivateWindows?: boolean;
  /** Enables the back/forward cache, which Playwright otherwise disables. */
  readonly hasPageCache?: boolean;
  readonly args?: readonly string[];
};

export type ExtensionBrowser = {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly pageUrl: (page: string) => string;
  /** A page of the extension without scripts, from which messages are sent and settings written. */
  readonly control: Page;
  readonly worker: () => Promise<Worker>;
  /** The toolbar's real popup, opened for the tab in front. */
  readonly openPopup: () => Promise<Page>;
  /** As the browser may do at any time; the next event or message starts it again. */
  readonly killWorker: () => Promise<void>;
  /** True when the origins are granted. */
  readonly requestOrigins: (origins: readonly string[]) => Promise<boolean>;
  /** A click on the toolbar button, which grants activeTab and opens the popup. */
  readonly clickToolbar: (page: Page) => Promise<Page>;
  /** Copies the profile to the folder `keptProfile`, if one is given. */
  readonly close: (keptProfile?: string) => Promise<void>;
};

const SWITCHES = [
  '--no-sandbox', // the root user of containers has no user namespace for the sandbox
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--enable-unsafe-extension-debugging',
  '--ignore-certificate-errors',
];

/** As long as a test waits for what it expects. */
const PATIENCE_MS = 30_000;

export async function openExtensionBrowser(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  const extension = options.extensionPath ?? BUILT_EXTENSION;
  const extensionId = unpackedId(extension);
  const profile = mkdtempSync(path.join(os.tmpdir(), 'parallax-profile-'));
  if (options.profile) cpSync(options.profile, profile, { recursive: true });
  else writeGrants(profile, { ...options, extensionId });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browserPath,
    ...(options.hasPageCache === true ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    headless: options.isHeadless,
    viewport: options.isHeadless ? { width: 1280, height: 800 } : null,
    args: [
      ...SWITCHES,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=${resolverRules(options.server)}`,
      ...(options.args ?? []),
    ],
  });
  const second: Browser[] = [];
  let openedPopup: Page | null = null;
  const pageUrl = (page: string) => `chrome-extension://${extensionId}/${page}`;
  const isOwnWorker = (worker: Worker) => worker.url().startsWith(pageUrl(''));

  const worker = async () => {
    const running = context.serviceWorkers().find(isOwnWorker);
    return running ?? (await context.waitForEvent('serviceworker', isOwnWorker));
  };

  /** Playwright's own connection never lists popups, so a second connection is made once the popup is open. */
  const attachToPopup = async (): Promise<Page> => {
    const port = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    for (const browser of second.splice(0)) await browser.close();
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    second.push(browser);
    const isPopup = (page: Page) => page.url().startsWith(pageUrl('popup.html'));
    const popup = browser
      .contexts()
      .flatMap((other) => other.pages())
      .findLast(isPopup);
    if (popup === undefined) throw new Error('The popup did not open.');
    openedPopup = popup;
    return popup;
  };

  const control = await context.newPage();
  await control.goto(pageUrl('manifest.json'));

  const untilPopupExists = () =>
    control.evaluate(async (patienceMs) => {
      const deadline = performance.now() + patienceMs;
      while (performance.now() < deadline) {
        const popups = await chrome.runtime.getContexts({ contextTypes: ['POPUP'] });
        if (popups.some((popup) => popup.documentUrl !== undefined)) return;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error('no popup');
    }, PATIENCE_MS);

  return {
    context,
    extensionId,
    pageUrl,
    control,
    worker,
    openPopup: async () => {
      await openedPopup?.close().catch(() => {}); // it may have closed by itself
      await control.evaluate(() => chrome.action.openPopup());
      await untilPopupExists();
      return attachToPopup();
    },
    clickToolbar: async (page) => {
      const session = await context.newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      const root = await browserSession(context);
      const { targetInfos } = await root.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find((info) => info.url === targetInfo.url && info.type === 'tab');
      if (tab === undefined) throw new Error(`No tab shows ${targetInfo.url}`);
      // The command is newer than Playwright's list of commands.
      const send: (method: string, params: object) => Promise<unknown> = root.send.bind(root) as never;
      await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
      await root.detach();
      await untilPopupExists();
      return attachToPopup();
    },
    killWorker: async () => {
      const session = await context.newCDPSession(control);
      await stopWorker(session, extensionId);
      await session.detach();
    },
    requestOrigins: (origins) =>
      control.evaluate((asked) => chrome.permissions.request({ origins: asked }), [...origins]),
    close: async (keptProfile) => {
      for (const browser of second.splice(0)) await browser.close().catch(() => {});
      await context.close();
      if (keptProfile !== undefined) cpSync(profile, keptProfile, { recursive: true });
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/**
 * Repeats until the worker has stopped once: a pending message restarts it at once, under the same target, and a worker that is
 * just starting misses the first call.
 */
async function stopWorker(session: CDPSession, extensionId: string): Promise<void> {
  let hasStopped = false;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const own = versions.filter(({ scriptURL }) => scriptURL.includes(extensionId));
    if (own.some(({ runningStatus }) => runningStatus === 'stopped')) hasStopped = true;
  });
  await session.send('ServiceWorker.enable');
  const deadline = Date.now() + PATIENCE_MS;
  while (!hasStopped) {
    if (Date.now() > deadline) throw new Error('The worker could not be stopped.');
    await session.send('ServiceWorker.stopAllWorkers');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function browserSession(context: BrowserContext) {
  const browser = context.browser();
  if (browser === null) throw new Error('The browser is closed.');
  return browser.newBrowserCDPSession();
}

/** The id of an unpacked extension is derived from the hash of its folder's path. */
export function unpackedId(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return digits.replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

type Grants = Pick<ExtensionBrowserOptions, 'grantableOrigins' | 'isInPrivateWindows'> & {
  readonly extensionId: string;
};

function writeGrants(profile: string, { extensionId, grantableOrigins, isInPrivateWindows = false }: Grants): void {
  const granted = { api: [], explicit_host: grantableOrigins, manifest_permissions: [], scriptable_host: [] };
  const settings = { [extensionId]: { runtime_granted_permissions: granted, incognito: isInPrivateWindows } };
  const ui = { developer_mode: true }; // without developer mode, a reloaded extension is not accepted
  mkdirSync(path.join(profile, 'Default'));
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings, ui } }));
}
