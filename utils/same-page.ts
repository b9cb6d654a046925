// Whether two addresses are the same page, ignoring fragments (`#…`).

export const isSamePage = (a: string, b: string): boolean => withoutHash(a) === withoutHash(b);

const withoutHash = (url: string): string => url.replace(/#.*$/, '');
