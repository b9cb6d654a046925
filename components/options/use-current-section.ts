// The section of the settings being read: the first one visible below the header.
import { useEffect, useState } from 'preact/hooks';

/** Pixels: a section with less than this still visible no longer counts. After following a link, less than this is left of the one before. */
const REST = 32;

/** Null until there is a section. */
export function useCurrentSection(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const update = () => setCurrent(findCurrent(ids));
  useEffect(update); // sections are rendered as their parts are loaded
  useEffect(() => {
    const changes = ['scroll', 'resize', 'hashchange'];
    for (const change of changes) addEventListener(change, update);
    return () => {
      for (const change of changes) removeEventListener(change, update);
    };
  }, []);
  return current;
}

/** At the end of the page, where later sections cannot reach the top, it is the one named in the URL, else the last. */
function findCurrent(ids: readonly string[]): string | null {
  const { documentElement: root } = document;
  const top = (Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0) + REST;
  const inSight = ids.filter((id) => (document.getElementById(id)?.getBoundingClientRect().bottom ?? 0) > top);
  const isAtEnd = root.scrollTop > 0 && Math.ceil(root.scrollTop + root.clientHeight) >= root.scrollHeight;
  if (!isAtEnd) return inSight[0] ?? null;
  return inSight.find((id) => `#${id}` === location.hash) ?? inSight.at(-1) ?? null;
}
