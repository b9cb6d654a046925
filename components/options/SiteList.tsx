// A list of sites that can be taken off it.
import { useWords } from '../words/words.ts';

type SiteListProps = { title: string; none: string; sites: readonly string[]; onRemove: (host: string) => void };

export function SiteList({ title, none, sites, onRemove }: SiteListProps) {
  const words = useWords();
  return (
    <div class="site-list">
      <h3>{title}</h3>
      {sites.length === 0 && <p class="muted">{none}</p>}
      <ul>
        {sites.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button
              type="button"
              class="button"
              aria-label={words.text('removeItem', host)}
              onClick={() => onRemove(host)}
            >
              {words.text('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
