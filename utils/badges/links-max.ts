// In a file of its own because scripts in pages need it, and nothing else of the schemas.

/** Links per message: many times what a screen and its margin hold. */
export const LINKS_MAX = 200;
