// Clears data irrevocably, after a confirmation that says what will be lost.
import { useRef, useState } from 'preact/hooks';
import { Button } from '../Button.tsx';
import { type TextKey, useWords } from '../words/words.ts';

type ClearButtonProps = {
  label: TextKey;
  /** Says what will be lost. */
  question: TextKey;
  confirm: TextKey;
  isResting: boolean;
  onClear: () => void;
};

export function ClearButton({ label, question, confirm, isResting, onClear }: ClearButtonProps) {
  const words = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  /** The pressed button disappears; the first one in its place, which clears nothing, gets the focus. */
  const moveFocus = () => requestAnimationFrame(() => root.current?.querySelector('button')?.focus());
  const ask = () => {
    setIsAsking(true);
    moveFocus();
  };
  const cancel = () => {
    setIsAsking(false);
    moveFocus();
  };
  /** The button disappears; the one in its place is inactive while data are cleared. */
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
            <Button onClick={cancel}>{words.text('cancel')}</Button>
            <Button onClick={onConfirm}>{words.text(confirm)}</Button>
          </div>
        </div>
      ) : (
        <Button onClick={ask} isResting={isResting}>
          {words.text(label)}
        </Button>
      )}
    </div>
  );
}
