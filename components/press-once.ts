// Takes a key that is held down for one press, and a double click for one click: what the first does may put another button
// under keyboard or pointer.

/** For `onKeyDown` of a button. */
export function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** For `onClick` of a button. */
export const clickOnce =
  (act: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail < 2) act();
  };
