// The choice of where pages are read, what each option means, and the access that the selected one still lacks.
import { Button } from '../Button.tsx';
import { Choice } from '../Choice.tsx';
import type { ReadingMode } from '../options/options-state.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { type TextKey, useWords } from '../words/words.ts';

const MODES: readonly { mode: ReadingMode; name: TextKey; text: TextKey }[] = [
  { mode: 'on-click', name: 'modeOnClick', text: 'modeOnClickText' },
  { mode: 'chosen-sites', name: 'modeChosen', text: 'modeChosenText' },
  { mode: 'every-site', name: 'modeEvery', text: 'modeEveryText' },
];

type ReadingModeChoiceProps = {
  selected: ReadingMode;
  label: string;
  isAllowed: boolean;
  wasRefused: boolean;
  actions: { readonly setReadingMode: (mode: ReadingMode) => void; readonly allowReading: () => void };
};

export function ReadingModeChoice({ selected, label, isAllowed, wasRefused, actions }: ReadingModeChoiceProps) {
  const words = useWords();
  const root = useKeptFocus<HTMLDivElement>((choice) => choice.querySelector('input:checked'));
  return (
    <div ref={root}>
      <div class="choices" role="radiogroup" aria-label={label}>
        {MODES.map(({ mode, name, text }) => (
          <Choice
            key={mode}
            group="reading-mode"
            name={name}
            text={text}
            isChosen={mode === selected}
            onChoose={() => actions.setReadingMode(mode)}
          />
        ))}
      </div>
      <div class="access" role="status">
        {!isAllowed && (
          <div class="notice">
            <p>{words.text('accessMissing')}</p>
            {wasRefused && <p class="problem">{words.text('requestRefused')}</p>}
            <Button onClick={actions.allowReading} isMain>
              {words.text('allowAccess')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
