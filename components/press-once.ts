// Ignores key repeats and the second click of a double click, which would hit the button that took the first one's place.

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
