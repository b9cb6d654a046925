// The toolbar button: how many independent reports the open article's story has, and whether Parallax is off here.
import { browser } from './browser.ts';
import type { PageState } from './tab-state.ts';

const BADGE_COLOR = '#5a3fd6'; // --accent of components/tokens.css
const BADGE_TEXT_COLOR = '#ffffff';

/** The badge has room for four characters. */
const toBadgeText = (page: PageState | null): string => {
  switch (page?.status) {
    case 'covered':
      return page.coverage.story.reports > 999 ? '999+' : String(page.coverage.story.reports);
    case 'possible':
      return '?';
    case 'failed':
      return '!';
    default:
      return '';
  }
};

const ICONS = { on: 'icon', off: 'icon-off' } as const;
const iconPaths = (name: string) =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${name}-${size}.png`]));

/** `isOn`: false where Parallax is off for the tab's site. */
type Shown = { readonly page: PageState | null; readonly isOn: boolean };

/** Ignores failures if the tab has been closed meanwhile. */
export async function showInToolbar(tabId: number, { page, isOn }: Shown): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: isOn ? toBadgeText(page) : '' }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR }),
      browser.action.setBadgeTextColor?.({ tabId, color: BADGE_TEXT_COLOR }),
      showIcon(tabId, { isOn }),
    ]);
    // Last, because showIcon infers from the title which icon is shown.
    await browser.action.setTitle({ tabId, title: toolbarTitle({ page, isOn }) });
  } catch (cause) {
    const isGone = !(await browser.tabs.get(tabId).catch(() => null));
    if (!isGone) throw cause;
  }
}

/** Skips setting the normal icon if it is shown already, as in most tabs: the worker would load and decode three images. */
async function showIcon(tabId: number, { isOn }: Pick<Shown, 'isOn'>): Promise<void> {
  const isOffShown = (await browser.action.getTitle({ tabId })) === offTitle();
  if (isOn && !isOffShown) return;
  await browser.action.setIcon({ tabId, path: iconPaths(isOn ? ICONS.on : ICONS.off) });
}

const offTitle = () => titleWith('toolbarOff');

/** Screen readers do not announce the badge, and "?" or "!" alone does not explain itself. */
function toolbarTitle({ page, isOn }: Shown): string {
  if (!isOn) return offTitle();
  switch (page?.status) {
    case 'covered': {
      const { reports, outlets } = page.coverage.story;
      return titleWith('toolbarCovered', [String(reports), String(outlets)]);
    }
    case 'possible':
      return titleWith('possibleTitle');
    case 'failed':
      return titleWith('failedTitle');
    default:
      return browser.i18n.getMessage('extensionName');
  }
}

const titleWith = (key: string, values: string[] = []) =>
  `${browser.i18n.getMessage('extensionName')}: ${browser.i18n.getMessage(key, values)}`;
