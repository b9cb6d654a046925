// The popup's quick choice of how many badges the current site gets.
import { BADGE_DENSITIES, type BadgeDensity } from '../badges/density-names.ts';
import { useWords } from '../words/words.ts';
import type { PopupActions } from './popup-state.ts';

type BadgesSwitchProps = {
  host: string;
  density: BadgeDensity;
  actions: Pick<PopupActions, 'setBadgeDensity'>;
};

export function BadgesSwitch({ host, density, actions }: BadgesSwitchProps) {
  const words = useWords();
  return (
    <section class="badges-switch small" aria-label={words.text('badgesHeading')}>
      <label>
        <span class="muted">{words.text('badgesOnSite', host)}</span>
        <select
          value={density}
          onChange={({ currentTarget }) => {
            const chosen = BADGE_DENSITIES.find(({ value }) => value === currentTarget.value);
            if (chosen !== undefined) actions.setBadgeDensity(chosen.value);
          }}
        >
          {BADGE_DENSITIES.map(({ value, name }) => (
            <option key={value} value={value}>
              {words.text(name)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
