// A button, plain or as the one main step of a state.
import type { ComponentChildren } from 'preact';

type ButtonProps = { onClick: () => void; isMain?: boolean; isDisabled?: boolean; children: ComponentChildren };

export function Button({ onClick, isMain = false, isDisabled = false, children }: ButtonProps) {
  return (
    <button type="button" class={isMain ? 'button button-main' : 'button'} onClick={onClick} disabled={isDisabled}>
      {children}
    </button>
  );
}
