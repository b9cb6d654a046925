// A file of its own, because pages that only distinguish own ratings need no other code of ratings.

/** Marks the user's own rating; the UI shows it in the reader's language. */
export const OWN_PACK_ID = 'own';
