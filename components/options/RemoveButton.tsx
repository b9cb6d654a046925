// The button that removes an item from its list.
import { clickOnce, pressOnce } from '../press-once.ts';
import { type TextKey, useWords } from '../words/words.ts';

type RemoveButtonProps = {
  /** Part of the accessible name, for users who do not see the button's row. */
  item: string;
  /** A label in place of "Remove", where that would not describe the effect. */
  action?: TextKey | undefined;
  onRemove: () => void;
};

export function RemoveButton({ item, action, onRemove }: RemoveButtonProps) {
  const words = useWords();
  const label = action === undefined ? words.text('removeItem', item) : words.text('labeled', words.text(action), item);
  // The next item moves under the pointer, where the second click of a double click would remove it too.
  return (
    <button type="button" class="button" aria-label={label} onClick={clickOnce(onRemove)} onKeyDown={pressOnce}>
      {words.text(action ?? 'remove')}
    </button>
  );
}
