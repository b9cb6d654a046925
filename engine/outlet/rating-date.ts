// Dates of ratings: ISO year, month or day, so that they can be compared as text.

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export function isRatingDate(text: string): boolean {
  return DATE.test(text) && new Date(text).toISOString().startsWith(text); // Date turns 31 February into 2 March
}
