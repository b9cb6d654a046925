// The thresholds for calling a side that hardly reports on a story its blindspot.
import type { BlindspotThresholds } from '../../engine/coverage/blindspot.ts';
import { Button } from '../Button.tsx';
import { useWords } from '../words/words.ts';
import { NumberField } from './NumberField.tsx';
import type { OptionsActions } from './options-state.ts';
import { Section } from './Section.tsx';

type BlindspotsSectionProps = {
  thresholds: BlindspotThresholds;
  /** A server finds blindspots by its own thresholds. */
  isServerAsked: boolean;
  actions: OptionsActions;
};

const toPercent = (share: number) => Math.round(share * 100);

export function BlindspotsSection({ thresholds, isServerAsked, actions }: BlindspotsSectionProps) {
  const words = useWords();
  return (
    <Section id="blindspots" title={words.text('blindspotsHeading')}>
      <p>{words.text('blindspotsText')}</p>
      <NumberField
        label={words.text('blindspotsRated')}
        value={thresholds.minRated}
        min={3}
        max={50}
        onChange={(minRated) => actions.changeBlindspots({ minRated })}
      />
      <NumberField
        label={words.text('blindspotsShare')}
        value={toPercent(thresholds.shareOfBaseline)}
        min={10}
        max={100}
        onChange={(percent) => actions.changeBlindspots({ shareOfBaseline: percent / 100 })}
      />
      <NumberField
        label={words.text('blindspotsChance')}
        value={toPercent(thresholds.maxProbability)}
        min={1}
        max={20}
        onChange={(percent) => actions.changeBlindspots({ maxProbability: percent / 100 })}
      />
      <Button onClick={actions.resetBlindspots}>{words.text('blindspotsReset')}</Button>
      {isServerAsked && <p class="muted">{words.text('blindspotsServer')}</p>}
    </Section>
  );
}
