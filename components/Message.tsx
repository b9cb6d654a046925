// A message: what is wrong or true now, what it means, and what to do next.
import type { ComponentChildren } from 'preact';

type MessageProps = {
  title: string;
  text: string;
  isBusy?: boolean;
  /** Buttons, the most likely step first. */
  children?: ComponentChildren;
  /** A less prominent alternative, for when none of the buttons helps. */
  more?: ComponentChildren;
};

export function Message({ title, text, isBusy = false, children, more }: MessageProps) {
  return (
    <section class="message" aria-busy={isBusy}>
      {isBusy && <span class="spinner" aria-hidden="true" />}
      <h1>{title}</h1>
      <p>{text}</p>
      {children && <div class="actions">{children}</div>}
      {more && <p class="message-more">{more}</p>}
    </section>
  );
}
