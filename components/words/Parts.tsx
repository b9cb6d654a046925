// Short facts in a row, with dots between: a fact that has no room goes to the next line, and the dot before it is not seen.
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
