// Reports every change to what the popup shows, as long as it is open.
import { onAccessChanged } from '../../utils/access.ts';
import { followSync } from '../../utils/follow-sync.ts';
import { onSettingsChanged } from '../../utils/settings.ts';
import { followPage } from './follow-page.ts';
import { type FactsListener, type PopupTab, readChosenFacts, readServer } from './popup-facts.ts';

/** Follows the tab and its page, the feeds' state, the site's switch and access to it; returns a function that stops it. */
export function followFacts(opened: PopupTab & { readonly pageUrl: string | null }, tell: FactsListener): () => void {
  const page = followPage(opened, tell);
  const tellChosen = () => void readChosenFacts(page.url()).then(tell);
  const stops = [
    page.stop,
    followSync((sync) => tell({ sync })),
    onSettingsChanged(() => {
      void readServer().then((server) => tell({ server }));
      tellChosen();
    }),
    onAccessChanged(tellChosen),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
