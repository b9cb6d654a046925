// The choice of where pages are read, with what each choice means and what the browser will ask.
import type { ReadingMode } from '../options/options-state.ts';
import { type TextKey, useWords } from '../words/words.ts';

const MODES: readonly { mode: ReadingMode; name: TextKey; text: TextKey }[] = [
  { mode: 'on-click', name: 'modeOnClick', text: 'modeOnClickText' },
  { mode: 'chosen-sites', name: 'modeChosen', text: 'modeChosenText' },
  { mode: 'every-site', name: 'modeEvery', text: 'modeEveryText' },
];

type ReadingModeChoiceProps = { selected: ReadingMode; label: string; onSelect: (mode: ReadingMode) => void };

export function ReadingModeChoice({ selected, label, onSelect }: ReadingModeChoiceProps) {
  const words = useWords();
  return (
    <div class="choices" role="radiogroup" aria-label={label}>
      {MODES.map(({ mode, name, text }) => (
        <label key={mode} class="choice">
          <input type="radio" name="reading-mode" checked={mode === selected} onChange={() => onSelect(mode)} />
          <span>
            <b>{words.text(name)}</b>
            <span class="choice-text">{words.text(text)}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
