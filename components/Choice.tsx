// One of several ways, with what it means: a radio button of the group that is named.
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
  return (
    <label class="choice">
      <input type="radio" name={group} checked={isChosen} disabled={isLocked} onChange={onChoose} />
      <span>
        <b>{words.text(name)}</b>
        <span class="choice-text">{words.text(text)}</span>
      </span>
    </label>
  );
}
