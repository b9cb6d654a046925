// A button, plain or as the one main step of a state.
import type { ComponentChildren } from 'preact';
import { pressOnce } from './press-once.ts';

type ButtonProps = { onClick: () => void; isMain?: boolean; isDisabled?: boolean; children: ComponentChildren };

export function Button({ onClick, isMain = false, isDisabled = false, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={isMain ? 'button button-main' : 'button'}
      onClick={onClick}
      onKeyDown={pressOnce}
      disabled={isDisabled}
    >
      {children}
    </button>
  );
}
