// Takes an item off the list that it stands in.
import { clickOnce, pressOnce } from '../press-once.ts';
import { type TextKey, useWords } from '../words/words.ts';

type RemoveButtonProps = {
  /** Said with it, for those who do not see the line that the button stands in. */
  item: string;
  /** What taking it off the list does, where "Remove" would not say it. */
  action?: TextKey | undefined;
  onRemove: () => void;
};

export function RemoveButton({ item, action, onRemove }: RemoveButtonProps) {
  const words = useWords();
  const label = action === undefined ? words.text('removeItem', item) : words.text('labeled', words.text(action), item);
  // Another item may have moved up under the pointer: the second of a double click would take that one off, too.
  return (
    <button type="button" class="button" aria-label={label} onClick={clickOnce(onRemove)} onKeyDown={pressOnce}>
      {words.text(action ?? 'remove')}
    </button>
  );
}
