// One option with its explanation: a radio button of the named group.
import { useId } from 'preact/hooks';
import { type TextKey, useWords } from './words/words.ts';

type ChoiceProps = {
  group: string;
  name: TextKey;
  text: TextKey;
  isChosen: boolean;
  isLocked?: boolean;
  onChoose: () => void;
};

export function Choice({ group, name, text, isChosen, isLocked = false, onChoose }: ChoiceProps) {
  const words = useWords();
  const id = useId();
  return (
    <label class="choice">
      <input
        type="radio"
        name={group}
        checked={isChosen}
        disabled={isLocked}
        aria-labelledby={`${id}name`}
        aria-describedby={`${id}text`}
        onChange={onChoose}
      />
      <span>
        <b id={`${id}name`}>{words.text(name)}</b>
        <span class="choice-text" id={`${id}text`}>
          {words.text(text)}
        </span>
      </span>
    </label>
  );
}
