// Takes an item off a list, and hands the keyboard on when it goes with it.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { pressOnce } from '../press-once.ts';
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
  const label = action === undefined ? words.text('removeItem', item) : `${words.text(action)}: ${item}`;
  const root = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = root.current;
    // The item goes when the change is known, later than the click. At the end of a layout effect it still stands in the page.
    return () => {
      if (button !== null && document.activeElement === button) findNextPlace(button)?.focus({ preventScroll: true });
    };
  }, []);
  const onClick = ({ detail }: MouseEvent) => {
    // The next item moves up under the pointer: the second of a double click would take that one off, too.
    if (detail < 2) onRemove();
  };
  return (
    <button ref={root} type="button" class="button remove" aria-label={label} onClick={onClick} onKeyDown={pressOnce}>
      {words.text(action ?? 'remove')}
    </button>
  );
}

/** The next item's button, else the one before; else the list's heading where that stays, or the section's. */
function findNextPlace(button: HTMLElement): HTMLElement | null {
  const list = button.closest('ul');
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button.remove') ?? [])];
  const index = buttons.indexOf(button);
  return (
    buttons[index + 1] ??
    buttons[index - 1] ??
    list?.parentElement?.querySelector<HTMLElement>('h3[tabindex]') ??
    button.closest('section')?.querySelector<HTMLElement>('h2') ??
    null
  );
}
