// A list with removable items. In place of the removed one, a line says so and offers to undo it.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { clickOnce, pressOnce } from '../press-once.ts';
import { focusQuietly, useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words/words.ts';
import type { Removal, RemovedItem } from './options-state.ts';

type RemovableListProps = {
  list: RemovedItem['list'];
  rows: readonly { readonly id: string; readonly content: ComponentChildren }[];
  removal: Removal;
  class?: string;
};

export function RemovableList({ list, rows, removal, class: className }: RemovableListProps) {
  const words = useWords();
  const removed = findRemoved(removal, { list, rows });
  const text = removed && words.text(list === 'sites-off' ? 'siteSwitchedOn' : 'itemRemoved', removed.name);
  const failure = removed?.failure && words.text(removed.failure === 'storage-full' ? 'importNoRoom' : 'undoFailed');
  const line = removed && {
    id: removed.id,
    content: (
      <div class="removed-line">
        <span class="muted">
          {text}
          {failure && <span class="problem"> {failure}</span>}
        </span>
        <UndoButton onUndo={removal.undo} />
      </div>
    ),
  };
  const lines = line && removed ? rows.toSpliced(removed.index, 0, line) : rows;
  return (
    <>
      <ul class={className}>
        {lines.map(({ id, content }) => (
          <Row key={id}>{content}</Row>
        ))}
      </ul>
      {/* A live region that exists before its text: the line below is only read to users who navigate to it. */}
      <p class="visually-hidden" role="status">
        {failure || text}
      </p>
    </>
  );
}

type ShownList = { readonly list: RemovedItem['list']; readonly rows: readonly { readonly id: string }[] };

/** Null before the item has left the list and after it has come back. */
export function findRemoved({ removed }: Removal, { list, rows }: ShownList): RemovedItem | null {
  return removed?.list === list && rows.every(({ id }) => id !== removed.id) ? removed : null;
}

/** Item and undo line share a row element, so that the focus moves from one's button to the other's. */
function Row({ children }: { children: ComponentChildren }) {
  const root = useKeptFocus<HTMLLIElement>((row) => row.querySelector('button'));
  useLayoutEffect(() => {
    const row = root.current;
    // Removed elsewhere. In a layout effect's cleanup the row is still in the document.
    return () => {
      if (row?.contains(document.activeElement)) focusQuietly(findNextPlace(row));
    };
  }, []);
  return <li ref={root}>{children}</li>;
}

/** The button of the next item, else of the previous one; else the heading of the list, or of the section. */
function findNextPlace(row: HTMLElement): HTMLElement | null {
  const list = row.parentElement;
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
  const index = buttons.findIndex((button) => row.contains(button));
  return (
    buttons[index + 1] ??
    buttons[index - 1] ??
    list?.parentElement?.querySelector<HTMLElement>('h3[tabindex]') ??
    row.closest('section')?.querySelector<HTMLElement>('h2') ??
    null
  );
}

function UndoButton({ onUndo }: { onUndo: () => void }) {
  const words = useWords();
  // It appears under the pointer, where the second click of a double click on "Remove" would undo the removal.
  return (
    <button type="button" class="button" onClick={clickOnce(onUndo)} onKeyDown={pressOnce}>
      {words.text('undo')}
    </button>
  );
}
