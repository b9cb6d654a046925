// Short facts in a row, separated by dots: a fact that does not fit goes to the next line, and its dot is hidden.
import { type ComponentChildren, toChildArray } from 'preact';

/** Each child is one fact. */
export function Parts({ children }: { children: ComponentChildren }) {
  return (
    <span class="parts">
      {toChildArray(children).map((part, index) => (
        <span key={index} class="part">
          {index > 0 && (
            <span class="part-dot" aria-hidden="true">
              {' · '}
            </span>
          )}
          {part}
        </span>
      ))}
    </span>
  );
}
