// Short facts in a row, with dots between: no fact is broken over two lines, and no line begins with a dot.
import { type ComponentChildren, Fragment } from 'preact';

/** Not to be broken off from what stands before it. */
const DOT = '\u00a0·';

export function Parts({ parts }: { parts: readonly string[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' '}
          <span class="part">
            {part}
            {index < parts.length - 1 && DOT}
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** A sentence that may be broken, and facts after it. */
export function PartsAfter({ children, parts }: { children: ComponentChildren; parts: readonly string[] }) {
  return (
    <>
      {children}
      {parts.length > 0 && `${DOT} `}
      <Parts parts={parts} />
    </>
  );
}
