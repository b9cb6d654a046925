// Shows the settings: in a tab of the same window that has them open, or in a new one beside the tab that requested them.
import { browser } from '../browser.ts';
import { openBeside } from './open-beside.ts';

const PATH = '/options.html';

/** `section`: the id of a section, or empty. */
export async function openSettings(section: string, tabId: number): Promise<void> {
  const path = section === '' ? PATH : `${PATH}#${section}`;
  const isShown = await showOpenTab(path, tabId).catch(() => false);
  if (!isShown) await openBeside(path, tabId);
}

/** Without the "tabs" permission, addresses of tabs are hidden, even of the extension's own pages; their contexts have them. */
async function showOpenTab(path: string, tabId: number): Promise<boolean> {
  const { windowId } = await browser.tabs.get(tabId);
  if (windowId === undefined) return false;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'], windowIds: [windowId] });
  const settings = browser.runtime.getURL(PATH);
  const open = contexts.find(({ documentUrl }) => documentUrl?.split('#', 1)[0] === settings);
  if (open === undefined) return false;
  // The page is not reloaded if at most the section differs, so what was typed into it is kept.
  const place = path === PATH ? {} : { url: browser.runtime.getURL(path) };
  await browser.tabs.update(open.tabId, { active: true, ...place });
  return true;
}
