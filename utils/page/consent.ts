// How requests for consent to advertising begin, in the languages of the larger consent platforms.

/** "We and our 842 partners", "Wir und unsere Partner". */
export const CONSENT = /^(?:we and|wir und|wij en|nous et|nosotros y|noi e) .{0,20}(?:partner|partenaires|socios)/i;
