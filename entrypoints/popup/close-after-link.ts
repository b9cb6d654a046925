// Closes the popup after one of its links opened a tab in front: Chromium does so by itself, Firefox leaves it over the tab.
import { browser } from '../../utils/browser.ts';

export function closeAfterLink(): void {
  addEventListener('click', (event) => {
    const isLink = event.target instanceof Element && event.target.closest('a[target="_blank"]') !== null;
    // With these keys the tab opens in the background, and the user stays in the popup.
    const isBehind = event.ctrlKey || event.metaKey;
    // Not before the tab exists: without the popup, Firefox would open a new window for it.
    if (isLink && !isBehind && isPopup()) browser.tabs.onCreated.addListener(() => window.close());
  });
}

/** False if the page is open in a tab of its own, which stays. */
const isPopup = () => browser.extension.getViews({ type: 'popup' }).includes(window);
