// Whether two addresses are one page: a place inside it (`#…`) makes no other.

export const isSamePage = (a: string, b: string): boolean => withoutHash(a) === withoutHash(b);

const withoutHash = (url: string): string => url.replace(/#.*$/, '');
