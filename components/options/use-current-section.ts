// Which section of the settings is being read: the first that is still in sight under what stands at the top of the window.
import { useEffect, useState } from 'preact/hooks';

/** In px: what is left of a section that is no longer read. A link leads to where less of the one before is left. */
const REST = 32;

/** Null until there is a section. */
export function useCurrentSection(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const update = () => setCurrent(findCurrent(ids));
  useEffect(update); // sections are drawn as their parts are read
  useEffect(() => {
    const changes = ['scroll', 'resize', 'hashchange'];
    for (const change of changes) addEventListener(change, update);
    return () => {
      for (const change of changes) removeEventListener(change, update);
    };
  }, []);
  return current;
}

/** At the page's end no later section gets to the top: there it is the one that the address names, else the last. */
function findCurrent(ids: readonly string[]): string | null {
  const { documentElement: root } = document;
  const top = (Number.parseFloat(getComputedStyle(root).scrollPaddingTop) || 0) + REST;
  const inSight = ids.filter((id) => (document.getElementById(id)?.getBoundingClientRect().bottom ?? 0) > top);
  const isAtEnd = root.scrollTop > 0 && Math.ceil(root.scrollTop + root.clientHeight) >= root.scrollHeight;
  if (!isAtEnd) return inSight[0] ?? null;
  return inSight.find((id) => `#${id}` === location.hash) ?? inSight.at(-1) ?? null;
}
