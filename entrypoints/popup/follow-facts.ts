// Tells the popup of every change to what it is drawn from, as long as it is open.
import { followSync } from '../../utils/follow-sync.ts';
import { onSettingsChanged, type SettingName } from '../../utils/settings.ts';
import { followPage } from './follow-page.ts';
import { type FactsListener, type PopupTab, readServer, readStoredFacts } from './popup-facts.ts';

/** What is said of the site in front, and of its feeds, depends on them. */
const SETTINGS: readonly SettingName[] = [
  'sitesOff',
  'readingMode',
  'chosenSites',
  'badgeDensity',
  'badgeSites',
  'isPollingOn',
];

/** Follows the tab and its page, the feeds' state and the site's switch; returns how to stop. */
export function followFacts(opened: PopupTab, tell: FactsListener): () => void {
  const page = followPage(opened, tell);
  const stopSync = followSync((sync) => tell({ sync }));
  const stopSettings = onSettingsChanged((changed) => {
    void readServer().then((server) => tell({ server }));
    if (!SETTINGS.some((name) => changed.has(name))) return;
    void readStoredFacts(page.tab()).then(({ isSiteOff, badges, isPollingOn }) =>
      tell({ isSiteOff, badges, isPollingOn }),
    );
  });
  return () => {
    page.stop();
    stopSync();
    stopSettings();
  };
}
