// A state in words: what is the case, what it means, and what can be done next.
import type { ComponentChildren } from 'preact';

type MessageProps = {
  title: string;
  text: string;
  isBusy?: boolean;
  /** Buttons: the next step first. */
  children?: ComponentChildren;
};

export function Message({ title, text, isBusy = false, children }: MessageProps) {
  return (
    <section class="message" aria-busy={isBusy}>
      {isBusy && <span class="spinner" aria-hidden="true" />}
      <h1>{title}</h1>
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
    </section>
  );
}
