// Which parts of an address name an article. A content script carries this file.

/** True when the last part of the path has three words or a long number, which sections, scripts and archive years do not have. */
export function namesArticle(path: string): boolean {
  return /\d{5}|[-_][^-_]+[-_]/.test(path.slice(path.lastIndexOf('/')));
}

/** `#/a/1` and `#!/a/1` name a page of a single-page site; every other fragment is a place on the same page. */
export function keepRoute(hash: string): string {
  return /^#!?\/./.test(hash) ? hash : '';
}
