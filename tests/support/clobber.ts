// Names of elements of a page that hide what their document or form can do; the tests' DOM makes none of its own accord.

/**
 * Own properties on a document or form, as named elements put them there in a browser. Returns those that were asked for,
 * which in a browser would throw or lie.
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
