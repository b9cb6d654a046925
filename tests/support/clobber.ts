// DOM clobbering: elements of a page whose names hide properties of its document or form, which the tests' DOM does not simulate.

/**
 * Defines own properties on a document or form, as named elements do in a browser. Returns the names that were read, which in
 * a browser would throw or give a wrong value.
 */
export function clobber(node: Node, names: readonly string[]): ReadonlySet<string> {
  const asked = new Set<string>();
  const decoy = document.createElement('input');
  for (const name of names) {
    Object.defineProperty(node, name, {
      get() {
        asked.add(name);
        return decoy;
      },
    });
  }
  return asked;
}
