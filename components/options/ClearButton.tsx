// Clears what cannot be brought back: only a second press does, after words on what will be gone.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { type TextKey, useWords } from '../words/words.ts';

type ClearButtonProps = {
  label: TextKey;
  /** What will be gone. */
  question: TextKey;
  confirm: TextKey;
  isResting: boolean;
  onClear: () => void;
};

export function ClearButton({ label, question, confirm, isResting, onClear }: ClearButtonProps) {
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
    <div ref={root} class="clear">
      {isAsking ? (
        <div class="notice notice-storage-full" role="alert">
          <p>{words.text(question)}</p>
          <div class="actions">
            <Button onClick={() => ask(false)}>{words.text('cancel')}</Button>
            <Button onClick={onConfirm}>{words.text(confirm)}</Button>
          </div>
        </div>
      ) : (
        <Button onClick={() => ask(true)} isResting={isResting}>
          {words.text(label)}
        </Button>
      )}
    </div>
  );
}
