// Shows the settings: in the tab of the same window that has them already, or in one of their own beside the tab that asks.
import { browser } from '../browser.ts';
import { openBeside } from './open-beside.ts';

const PATH = '/options.html';

/** `section` is the id of one, empty for none. */
export async function openSettings(section: string, tabId: number): Promise<void> {
  const path = section === '' ? PATH : `${PATH}#${section}`;
  const isShown = await showOpenTab(path, tabId).catch(() => false);
  if (!isShown) await openBeside(path, tabId);
}

/** Without the permission "tabs" no tab tells its address, not even of the extension's own pages: their contexts do. */
async function showOpenTab(path: string, tabId: number): Promise<boolean> {
  const { windowId } = await browser.tabs.get(tabId);
  if (windowId === undefined) return false;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'], windowIds: [windowId] });
  const settings = browser.runtime.getURL(PATH);
  const open = contexts.find(({ documentUrl }) => documentUrl?.split('#', 1)[0] === settings);
  if (open === undefined) return false;
  // The page is not loaded again where only the section differs, or is the same: what was typed into it stays.
  const place = path === PATH ? {} : { url: browser.runtime.getURL(path) };
  await browser.tabs.update(open.tabId, { active: true, ...place });
  return true;
}
