// How the text of a setting becomes a value; each schema's message completes the sentence "NAME …".
import * as z from 'zod/mini';

export function wholeNumber(least: number, most: number) {
  const isFine = (text: string) => /^\d{1,12}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const schema = z.string().check(z.refine(isFine, `must be a whole number from ${least} to ${most}`));
  return z.pipe(schema, z.transform(Number));
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `must be one of ${words.join(', ')}`);
}

/** Words separated by commas; an empty text is an empty list. */
export function listOf(pattern: RegExp, what: string) {
  const split = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const schema = z
    .string()
    .check(
      z.refine(
        (text) => split(text).every((word) => pattern.test(word)),
        `must be a list of ${what}, with commas between`,
      ),
    );
  return z.pipe(schema, z.transform(split));
}

/** Null when empty. */
export function optional(pattern: RegExp, what: string) {
  const schema = z.string().check(z.refine((text) => text === '' || pattern.test(text), `must be ${what}`));
  return z.pipe(
    schema,
    z.transform((text) => (text === '' ? null : text)),
  );
}

export const yesOrNo = () =>
  z.pipe(
    oneOf(['yes', 'no']),
    z.transform((word) => word === 'yes'),
  );

export const HTTP_ADDRESS = /^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/;
