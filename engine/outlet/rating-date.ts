// The dates of ratings: a year, a month or a day in ISO's order, so that they can be compared as text.

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export const isRatingDate = (text: string): boolean => DATE.test(text);
