// What is stored, for how long, and how to clear it.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { toFailureText } from '../failure-texts.ts';
import { useWords } from '../words/words.ts';
import { NumberField } from './NumberField.tsx';
import type { OptionsActions, OptionsSettings, OptionsState } from './options-state.ts';
import { Section } from './Section.tsx';

type DataSectionProps = { settings: OptionsSettings; state: OptionsState; actions: OptionsActions };

export function DataSection({ settings, state, actions }: DataSectionProps) {
  const words = useWords();
  const { stored, clearing } = state;
  return (
    <Section id="data" title={words.text('dataHeading')}>
      {stored?.unreadable && <p class="problem">{words.text(toFailureText(stored.unreadable))}</p>}
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
      <ClearData isRunning={clearing === 'running'} onClear={actions.clearData} />
      <div role="status">
        {clearing === 'done' && <p>{words.text('cleared')}</p>}
        {clearing === 'failed' && <p class="problem">{words.text('clearFailed')}</p>}
      </div>
    </Section>
  );
}

function ClearData({ isRunning, onClear }: { isRunning: boolean; onClear: () => void }) {
  const words = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  /** The button that was pressed goes: the keyboard goes on from the first that takes its place, which clears nothing. */
  const ask = (isWanted: boolean) => {
    setIsAsking(isWanted);
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus());
  };
  /** Its button goes, and the one in its place rests while it clears. */
  const onConfirm = () => {
    root.current?.closest('section')?.querySelector('h2')?.focus();
    setIsAsking(false);
    onClear();
  };
  return (
    <div ref={root}>
      {isAsking ? (
        <div class="notice notice-storage-full" role="alert">
          <p>{words.text('clearConfirm')}</p>
          <div class="actions">
            <Button onClick={() => ask(false)}>{words.text('cancel')}</Button>
            <Button onClick={onConfirm}>{words.text('clearNow')}</Button>
          </div>
        </div>
      ) : (
        <Button onClick={() => ask(true)} isResting={isRunning}>
          {words.text('clearData')}
        </Button>
      )}
    </div>
  );
}
