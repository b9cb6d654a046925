// Where pages are read: the mode, the chosen sites and the sites that are switched off.
import { ReadingModeChoice } from '../reading/ReadingModeChoice.tsx';
import { useWords } from '../words/words.ts';
import type { OptionsActions, OptionsSettings, Removal } from './options-state.ts';
import { Section } from './Section.tsx';
import { SiteList } from './SiteList.tsx';

type ReadingSectionProps = {
  settings: OptionsSettings;
  isAllowed: boolean;
  wasRefused: boolean;
  removal: Removal;
  actions: OptionsActions;
};

export function ReadingSection({ settings, isAllowed, wasRefused, removal, actions }: ReadingSectionProps) {
  const words = useWords();
  return (
    <Section id="reading" title={words.text('readingHeading')}>
      <ReadingModeChoice
        selected={settings.readingMode}
        label={words.text('readingHeading')}
        isAllowed={isAllowed}
        wasRefused={wasRefused}
        actions={actions}
      />
      {(settings.readingMode === 'chosen-sites' || !isAllowed) && (
        <SiteList
          list="chosen-sites"
          title={words.text('chosenSitesTitle')}
          none={words.text('chosenSitesNone')}
          sites={settings.chosenSites.map(toSite)}
          removal={removal}
          onRemove={actions.removeChosenSite}
        />
      )}
      <SiteList
        list="sites-off"
        title={words.text('sitesOffTitle')}
        none={words.text('sitesOffNone')}
        sites={settings.sitesOff.map(toSite)}
        action="switchOn"
        removal={removal}
        onRemove={actions.switchSiteOn}
      />
    </Section>
  );
}

const toSite = (host: string) => ({ host, text: host });
