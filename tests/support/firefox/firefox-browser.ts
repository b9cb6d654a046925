// A headless Firefox with the built extension, for which the newsroom is the whole web.
//
// Everything but pages is controlled in Marionette's "chrome" context, whose scripts run with the browser's privileges: the
// toolbar button, the permission prompt, and the background page, which is stopped in the same way as by the browser.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ControlPage } from '../../../scripts/newsroom/import-newsroom.ts';
import {
  clickToolbar,
  doubleText,
  EXTENSION_ID,
  grantWhatIsAsked,
  isInToolbar,
  stopBackground,
} from './browser-scripts.ts';
import { connectMarionette, type Marionette } from './marionette.ts';

export type FirefoxOptions = {
  readonly firefoxPath: string;
  readonly extensionPath: string;
  /** The folder for the profile; removed on closing. */
  readonly profile: string;
  readonly server: { readonly httpPort: number; readonly httpsPort: number };
};

/** A tab; its functions run in the page and return values that can be serialised as JSON. */
export type FirefoxTab = ControlPage & {
  readonly goto: (url: string) => Promise<void>;
  /** Moves the mouse to the middle of the element that `find` returns, once it exists and is scrolled into view, and clicks it if wanted. */
  readonly point: (find: () => Element | null | undefined, does?: 'hover' | 'click') => Promise<void>;
  readonly takePicture: (file: string) => Promise<void>;
};

export type FirefoxBrowser = {
  readonly pageUrl: (page: string) => string;
  /** A page of the extension that does nothing by itself; it stays in the background. */
  readonly control: ControlPage;
  /** Opens a new tab in front. */
  readonly open: (url: string) => Promise<FirefoxTab>;
  /** A tab that something else opens; waits for it. */
  readonly findTab: (url: string) => Promise<FirefoxTab>;
  /** The toolbar's real popup over the selected tab: the control page reads it, since it is not a tab. */
  readonly openPopup: () => Promise<ControlPage>;
  /** Accepts the permission prompt, which may open later; returns what it asked for. */
  readonly grantWhatIsAsked: () => Promise<string>;
  readonly stopBackground: () => Promise<void>;
  /** Whether the button is visible in the toolbar. */
  readonly isInToolbar: () => Promise<boolean>;
  /** Enlarges only the text of the selected tab. */
  readonly doubleText: () => Promise<void>;
  /** What the extension has logged as errors to the console. */
  readonly errors: () => readonly string[];
  readonly close: () => Promise<void>;
};

const HOST_OF_EXTENSION = '7a1e5c1e-0d5b-4c0e-9f3a-5d2b8c6e4f10';
const START_MS = 120_000;
const SCRIPT_MS = 120_000;
const WINDOW = { width: 1280, height: 900 };
/** Time to quit after the request; a browser that never started gets none. */
const END_MS = 5_000;
const LOOK_EVERY_MS = 50;

const preferences = ({ server }: FirefoxOptions) => ({
  'marionette.port': 0,
  'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: HOST_OF_EXTENSION }),
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `80=${server.httpPort};443=${server.httpsPort}`,
  // Makes the program print errors of the extension's own scripts, whichever process they run in.
  'devtools.console.stdout.content': true,
  // No requests of the browser's own.
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/v1',
  'toolkit.telemetry.enabled': false,
});

export async function openFirefox(options: FirefoxOptions): Promise<FirefoxBrowser> {
  const { firefoxPath, extensionPath, profile } = options;
  mkdirSync(profile, { recursive: true });
  writeFileSync(path.join(profile, 'user.js'), toUserScript(preferences(options)));
  const args = ['--marionette', '--headless', '--no-remote', '--remote-allow-system-access', '--profile', profile];
  const firefox = spawn(firefoxPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  // A test worker that is terminated must not leave the browser running.
  const onExit = () => firefox.kill('SIGKILL');
  process.once('exit', onExit);
  let said = '';
  for (const stream of [firefox.stdout, firefox.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  const remove = async () => {
    process.off('exit', onExit);
    await end(firefox);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const port = await until('Firefox', START_MS, async () => readPort(path.join(profile, 'MarionetteActivePort')));
    const marionette = await connectMarionette(port);
    await marionette.send('WebDriver:NewSession', { acceptInsecureCerts: true });
    await marionette.send('WebDriver:SetTimeouts', { script: SCRIPT_MS });
    await marionette.send('WebDriver:SetWindowRect', WINDOW);
    await marionette.send('Addon:Install', { path: path.resolve(extensionPath), temporary: true });
    return {
      ...(await openPages(marionette)),
      errors: () => said.split('\n').filter((line) => /^console\.error: .*Parallax/.test(line)),
      close: async () => {
        await marionette.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {}); // it may have ended already
        marionette.disconnect();
        await remove();
      },
    };
  } catch (cause) {
    await remove();
    throw new Error(`Firefox could not be opened:\n${said}`, { cause });
  }
}

async function openPages(marionette: Marionette): Promise<Omit<FirefoxBrowser, 'errors' | 'close'>> {
  const pageUrl = (page: string) => `moz-extension://${HOST_OF_EXTENSION}/${page}`;
  /** Commands run one at a time, since a script runs in the tab or context that was selected last. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  const run = async (script: string, args: readonly unknown[]) =>
    toValue(await marionette.send('WebDriver:ExecuteScript', { script, args, newSandbox: false }));
  const call = (work: unknown, argument: unknown) => run(`return (${work}).apply(null, arguments)`, [argument]);
  const inBrowser = (work: (id: string) => Promise<unknown>) =>
    inTurn(async () => {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await call(work, EXTENSION_ID);
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'content' });
      }
    });

  function tabOf(handle: string): FirefoxTab {
    const inTab = <Value>(work: () => Promise<Value>) =>
      inTurn(async () => {
        await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
        return work();
      });
    const evaluate = ((work: unknown, argument: unknown) =>
      inTab(() => call(work, argument))) as ControlPage['evaluate'];
    return {
      evaluate,
      goto: (url) => inTab(async () => void (await marionette.send('WebDriver:Navigate', { url }))),
      async point(find, does = 'hover') {
        const look = `const element = (${find})();
          if (!element) return null;
          element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const { x, y, width, height } = element.getBoundingClientRect();
          return [Math.round(x + width / 2), Math.round(y + height / 2)];`;
        let place: readonly number[] | null = null;
        // A click would miss an element that is still moving.
        const [x, y] = await until('an element that stays where it is', SCRIPT_MS, async () => {
          const before = place;
          place = (await inTab(() => run(look, []))) as readonly number[] | null;
          return place?.every((at, i) => at === before?.[i]) ? place : null;
        });
        const press =
          does === 'click'
            ? [
                { type: 'pointerDown', button: 0 },
                { type: 'pointerUp', button: 0 },
              ]
            : [];
        const actions = [{ type: 'pointerMove', x, y }, ...press];
        const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
        await inTab(() => marionette.send('WebDriver:PerformActions', { actions: [mouse] }));
      },
      takePicture: (file) =>
        inTab(async () => {
          const picture = toValue(await marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false }));
          writeFileSync(file, Buffer.from(String(picture), 'base64'));
        }),
    };
  }

  const newTab = (focus: boolean) =>
    inTurn(async () => {
      const opened = await marionette.send('WebDriver:NewWindow', { type: 'tab', focus });
      return tabOf((opened as { readonly handle: string }).handle);
    });
  const open = async (url: string, focus = true) => {
    const tab = await newTab(focus);
    await tab.goto(url);
    return tab;
  };
  const findTab = async (url: string) => {
    for (const handle of (await inTurn(() => marionette.send('WebDriver:GetWindowHandles'))) as string[]) {
      const tab = tabOf(handle);
      if ((await tab.evaluate(() => location.href)) === url) return tab;
    }
    return null;
  };

  const control = await open(pageUrl('manifest.json'), false);
  const popupViews = () => control.evaluate(() => chrome.extension.getViews({ type: 'popup' }).length);
  const inPopup = (work: unknown, argument: unknown) =>
    control.evaluate(
      `(argument) => {
        const [window] = browser.extension.getViews({ type: 'popup' });
        if (window === undefined) throw new Error('No popup is open.');
        const { document } = window;
        return (${work})(argument);
      }`,
      argument,
    );
  return {
    pageUrl,
    control,
    open: (url) => open(url),
    findTab: (url) => until(url, START_MS, () => findTab(url)),
    openPopup: async () => {
      await inBrowser(clickToolbar);
      // The address exists before the page does.
      await until('the popup’s page', START_MS, async () => ((await popupViews()) > 0 ? true : null));
      return { evaluate: inPopup as ControlPage['evaluate'] };
    },
    grantWhatIsAsked: async () => String(await inBrowser(grantWhatIsAsked)),
    stopBackground: async () => void (await inBrowser(stopBackground)),
    isInToolbar: async () => (await inBrowser(isInToolbar)) === true,
    doubleText: async () => void (await inBrowser(doubleText)),
  };
}

async function until<Value>(what: string, ms: number, find: () => Promise<Value | null>): Promise<Value> {
  const deadline = Date.now() + ms;
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`Timed out waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const toValue = (answer: unknown) => (answer as { readonly value: unknown }).value;

/** Firefox writes the port it uses into its profile. */
function readPort(file: string): number | null {
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return port > 0 ? port : null;
}

const toUserScript = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');

async function end(firefox: ChildProcess): Promise<void> {
  if (firefox.exitCode !== null || firefox.signalCode !== null) return;
  const ended = once(firefox, 'exit');
  const late = setTimeout(() => firefox.kill('SIGKILL'), END_MS);
  await ended;
  clearTimeout(late);
}
