// Where pages are read: the mode, the sites that were chosen and the sites that are off.
import { Button } from '../Button.tsx';
import { ReadingModeChoice } from '../reading/ReadingModeChoice.tsx';
import { useWords } from '../words/words.ts';
import type { OptionsActions, OptionsSettings } from './options-state.ts';
import { Section } from './Section.tsx';
import { SiteList } from './SiteList.tsx';

type ReadingSectionProps = { settings: OptionsSettings; isAllowed: boolean; actions: OptionsActions };

export function ReadingSection({ settings, isAllowed, actions }: ReadingSectionProps) {
  const words = useWords();
  return (
    <Section id="reading" title={words.text('readingHeading')}>
      <ReadingModeChoice
        selected={settings.readingMode}
        label={words.text('readingHeading')}
        onSelect={actions.setReadingMode}
      />
      {!isAllowed && (
        <div class="notice" role="status">
          <p>{words.text('accessMissing')}</p>
          <Button onClick={actions.allowReading} isMain>
            {words.text('allowAccess')}
          </Button>
        </div>
      )}
      {(settings.readingMode === 'chosen-sites' || !isAllowed) && (
        <SiteList
          title={words.text('chosenSitesTitle')}
          none={words.text('chosenSitesNone')}
          sites={settings.chosenSites}
          onRemove={actions.removeChosenSite}
        />
      )}
      <SiteList
        title={words.text('sitesOffTitle')}
        none={words.text('sitesOffNone')}
        sites={settings.sitesOff}
        action="switchOn"
        onRemove={actions.switchSiteOn}
      />
    </Section>
  );
}
