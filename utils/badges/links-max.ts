// A file of its own: scripts in pages ask by it, and need nothing else of the schemas.

/** Links a message: what a screen and its margin hold, many times over. */
export const LINKS_MAX = 200;
