// A file of its own: pages that only tell the user's rating from a rater's need nothing else of rating.

/** Marks the user's own rating; the UI shows it in the reader's language. */
export const OWN_PACK_ID = 'own';
