// Maximum lengths of stored texts and addresses. Not with the schemas, since a content script needs them and must not bundle zod.

/** Of an article's title and lead, in characters. */
export const TITLE_MAX = 400;
export const LEAD_MAX = 1200;
/** Of any stored address, in characters. */
export const URL_MAX = 2048;
