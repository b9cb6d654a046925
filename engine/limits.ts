// Maximum lengths and numbers that several parts share. Not with the schemas, since a content script needs them and must not bundle zod.

/** Of an article's title and lead, in characters. */
export const TITLE_MAX = 400;
export const LEAD_MAX = 1200;
/** Of any stored address, in characters. */
export const URL_MAX = 2048;

/** Headlines in which a story's rare words and related stories are looked for: a day or two of a usual edition. */
export const OTHER_STORIES_MAX = 600;
