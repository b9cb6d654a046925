// How many badges are shown beside links: in general, from how many reports on, and the exceptions for single sites.
import { BADGE_DENSITIES } from '../badges/density-names.ts';
import { useWords } from '../words/words.ts';
import { NumberField } from './NumberField.tsx';
import type { OptionsActions, OptionsSettings, Removal } from './options-state.ts';
import { Section } from './Section.tsx';
import { SiteList } from './SiteList.tsx';

const REPORTS = { min: 2, max: 50 };

type BadgesSectionProps = { settings: OptionsSettings; removal: Removal; actions: OptionsActions };

export function BadgesSection({ settings, removal, actions }: BadgesSectionProps) {
  const words = useWords();
  const sites = Object.entries(settings.badgeSites).map(([host, density]) => {
    const name = BADGE_DENSITIES.find(({ value }) => value === density)?.name;
    return { host, text: words.text('labeled', host, name === undefined ? density : words.text(name)) };
  });
  return (
    <Section id="badges" title={words.text('badgesHeading')}>
      <p>{words.text('badgesText')}</p>
      <p>{words.text('badgesLocalText')}</p>
      <div class="choices" role="radiogroup" aria-label={words.text('badgesHeading')}>
        {BADGE_DENSITIES.map(({ value, name }) => (
          <label key={value} class="check">
            <input
              type="radio"
              name="badges"
              checked={settings.badgeDensity === value}
              onChange={() => actions.setBadgeDensity(value)}
            />
            <span>{words.text(name)}</span>
          </label>
        ))}
      </div>
      <NumberField
        label={words.text('badgesMinimum')}
        value={settings.badgeMinimum}
        {...REPORTS}
        onChange={actions.setBadgeMinimum}
      />
      <SiteList
        list="badge-sites"
        title={words.text('badgesSitesTitle')}
        none={words.text('badgesSitesNone')}
        sites={sites}
        removal={removal}
        onRemove={actions.forgetBadgeSite}
      />
    </Section>
  );
}
