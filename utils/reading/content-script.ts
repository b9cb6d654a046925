// Registers the content scripts on the sites that may be read, and runs them in tabs that are open already.
import { densityOfPage } from '../badges/badge-density.ts';
import { browser, type Scripting, type Tabs } from '../browser.ts';
import { SAY_ARTICLE_ARGS, sayArticle } from '../page/said-article.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { readSettings } from '../settings.ts';
import { isGranted, mayReadByItself } from './may-read.ts';
import { EVERY_SITE, findBadgeSites, findReadableSites, type ReadableSites, toMatchPattern } from './readable-sites.ts';

const GATE_FILE = '/coverage.js';
const READER_FILE = '/reader.js';
const SCOUT_FILE = '/badge-scout.js';
const BADGE_FILES = { finder: '/badges.js', overlay: '/badge-overlay.js', card: '/card.js' };

/** In session storage: the open tabs have been looked at. */
const LOOKED = 'looked';

/** A permission and a setting often change together, and the browser refuses to register a script twice. */
const inTurn = createSerialQueue();

/**
 * Updates the browser's registration to the settings and permissions; may be called at any time, and repeatedly. Every start of
 * the worker calls it, since the worker before may have died between a change, or an installation, and its registration.
 */
export function syncContentScript(): Promise<void> {
  return inTurn(register);
}

async function register(): Promise<void> {
  const settings = await readSettings();
  const readable = findReadableSites(settings, await findGranted(settings.chosenSites));
  await registerScript('coverage', { file: GATE_FILE, sites: readable });
  await registerScript('badges', { file: SCOUT_FILE, sites: findBadgeSites(readable, settings) });
}

/** Each is checked separately: the browser's list may omit a site that a wider permission covers. */
async function findGranted(chosenSites: readonly string[]): Promise<string[]> {
  const origins = [EVERY_SITE, ...chosenSites.map(toMatchPattern)];
  const areGranted = await Promise.all(origins.map(isGranted));
  return origins.filter((_, index) => areGranted[index]);
}

async function registerScript(id: string, { file, sites }: { file: string; sites: ReadableSites }): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (sites.matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const script = {
    id,
    js: [file],
    matches: [...sites.matches],
    excludeMatches: [...sites.excludeMatches],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (!registered) await browser.scripting.registerContentScripts([script]);
  else if (!hasSameSites(registered, script)) await browser.scripting.updateContentScripts([script]);
}

/** In any order, since browsers may change it. Nothing else differs: an update of the extension removes what was registered. */
function hasSameSites(one: Scripting.RegisteredContentScript, other: Scripting.RegisteredContentScript): boolean {
  const identify = ({ matches, excludeMatches }: Scripting.RegisteredContentScript) =>
    JSON.stringify([matches, excludeMatches].map((sites = []) => [...sites].sort()));
  return identify(one) === identify(other);
}

/** Reads a tab's page now; false if the browser does not allow it. */
export function readTab(tabId: number): Promise<boolean> {
  return addReader({ tabId });
}

/** Injects the reader into a page that requested it. */
export function addReader(page: Scripting.InjectionTarget): Promise<boolean> {
  return inject(page, { files: [READER_FILE] });
}

/** Reads a tab's page as a single article, as the user says; false if the browser does not allow it. */
export async function readTabAsArticle(tabId: number): Promise<boolean> {
  return (await inject({ tabId }, { func: sayArticle, args: SAY_ARTICLE_ARGS })) && readTab(tabId);
}

/**
 * False after the extension was installed, updated or enabled, when open pages have no scripts, or old ones that are dead: no event
 * reports enabling, but session storage is empty after each of the three. False too while a change has not reached all tabs.
 */
export async function hasLookedAtTabs(): Promise<boolean> {
  return (await browser.storage.session.get(LOOKED))[LOOKED] === true;
}

/** Before a change: if the worker dies before it has looked at open tabs, the next one does. */
export async function expectLook(): Promise<void> {
  await browser.storage.session.remove(LOOKED);
}

/**
 * After a new permission or choice: starts the gate in open pages, which requests the reader. Does not wait for the scripts, which
 * run when their page has loaded: some pages never do.
 */
export async function lookAtOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: '*://*/*', discarded: false });
  await Promise.all(tabs.map(lookAtTab));
  await browser.storage.session.set({ [LOOKED]: true });
}

async function lookAtTab({ id, url }: Tabs.Tab): Promise<void> {
  if (id === undefined || url === undefined || !(await mayReadByItself(url))) return;
  const hasBadges = (await readDensity(url)) !== 'off';
  void inject({ tabId: id }, { files: [GATE_FILE] });
  if (hasBadges) void inject({ tabId: id }, { files: [SCOUT_FILE] });
}

/** Injects a part of the badges into a page that requested it. */
export function addBadgePart(page: Scripting.InjectionTarget, part: keyof typeof BADGE_FILES): Promise<boolean> {
  return inject(page, { files: [BADGE_FILES[part]] });
}

async function readDensity(url: string) {
  return densityOfPage(url, await readSettings());
}

async function inject(
  target: Scripting.InjectionTarget,
  script: Omit<Scripting.ScriptInjection, 'target'>,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, ...script });
    return true;
  } catch {
    return false; // no permission, a page of the browser itself, a page that was left, or a closed tab
  }
}
