// What is stored, for how long, and how to clear it.
import { toStorageText } from '../failure-texts.ts';
import { useWords } from '../words/words.ts';
import { ClearButton } from './ClearButton.tsx';
import { NumberField } from './NumberField.tsx';
import type { OptionsActions, OptionsSettings, OptionsState } from './options-state.ts';
import { Section } from './Section.tsx';

type DataSectionProps = { settings: OptionsSettings; state: OptionsState; actions: OptionsActions };

export function DataSection({ settings, state, actions }: DataSectionProps) {
  const words = useWords();
  const { stored, clearing, source } = state;
  const isServerAsked = source?.mode === 'server';
  return (
    <Section id="data" title={words.text('dataHeading')}>
      {stored?.unreadable && (
        <p class="problem">{words.text(toStorageText({ unreadable: stored.unreadable, isServerAsked }))}</p>
      )}
      {stored && stored.unreadable === null && (
        <p>
          {words.text(
            'dataText',
            words.count('articlesCount', stored.articles),
            words.count('storiesCount', stored.stories),
          )}
        </p>
      )}
      <NumberField
        label={words.text('keepDaysLabel')}
        value={settings.keepDays}
        min={2}
        max={60}
        onChange={actions.setKeepDays}
      />
      <ClearButton
        label="clearData"
        question="clearConfirm"
        confirm="clearNow"
        isResting={clearing === 'running'}
        onClear={actions.clearData}
      />
      <div role="status">
        {clearing === 'done' && <p>{words.text('cleared')}</p>}
        {clearing === 'failed' && <p class="problem">{words.text('clearFailed')}</p>}
      </div>
    </Section>
  );
}
