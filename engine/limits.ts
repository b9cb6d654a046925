// The longest texts and addresses that are kept. Apart from the schemas: a content script cuts to them and must not carry zod.

/** Of an article, in characters. */
export const TITLE_MAX = 400;
export const LEAD_MAX = 1200;
/** Of any address that is kept, in characters. */
export const URL_MAX = 2048;
