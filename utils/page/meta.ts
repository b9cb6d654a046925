// What <meta> and <link> elements declare, as a look-up by lower-case name; plain data.

export type Meta = ReadonlyMap<string, readonly string[]>;

export type Links = { readonly canonical: readonly string[] };

/** What the page is filed under. */
export const SECTION_NAMES: readonly string[] = ['article:section', 'parsely-section', 'section'];

/** The first value among names, in the order of the names. */
export function metaOf(meta: Meta, ...names: readonly string[]): string {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return '';
}
