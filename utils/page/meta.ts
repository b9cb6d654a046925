// The declarations of <meta> and <link> elements as plain data, by lower-case name.

export type Meta = ReadonlyMap<string, readonly string[]>;

export type Links = { readonly canonical: readonly string[] };

/** Names of <meta> elements that give the page's section. */
export const SECTION_NAMES: readonly string[] = ['article:section', 'parsely-section', 'section'];

/** The first value of the first name that is declared. Empty if none is. */
export function metaOf(meta: Meta, ...names: readonly string[]): string {
  for (const name of names) {
    const value = meta.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return '';
}
