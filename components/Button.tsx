// A button, plain or as the one main step of a state.
import type { ComponentChildren } from 'preact';
import { pressOnce } from './press-once.ts';

type ButtonProps = {
  onClick: () => void;
  isMain?: boolean;
  /** Focusable but inactive. The attribute `disabled` would drop the focus of a user who just pressed it. */
  isResting?: boolean;
  children: ComponentChildren;
};

export function Button({ onClick, isMain = false, isResting = false, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={isMain ? 'button button-main' : 'button'}
      onClick={isResting ? undefined : onClick}
      onKeyDown={pressOnce}
      aria-disabled={isResting || undefined}
    >
      {children}
    </button>
  );
}
