// A sentence of the locale with elements in its placeholders, so that translators decide the word order.
import { type ComponentChildren, Fragment } from 'preact';
import { type TextKey, useWords } from './words.ts';

// Private-use characters never occur in a locale's text and pass every i18n API unchanged.
const OPEN = '\uE000';
const PLACES = /\uE000(\d)/;

export function Sentence({ id, values }: { id: TextKey; values: readonly ComponentChildren[] }) {
  const words = useWords();
  const text = words.text(id, ...values.map((_, index) => `${OPEN}${index}`));
  const parts = text.split(PLACES);
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>{index % 2 === 0 ? part : values[Number(part)]}</Fragment>
      ))}
    </>
  );
}
