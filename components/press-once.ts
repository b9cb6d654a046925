// Takes a key that is held down for one press: what it does may put another button under the keyboard.

/** For `onKeyDown` of a button. */
export function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}
