// A list of sites that can be taken off it.
import type { TextKey } from '../words/words.ts';
import { RemoveButton } from './RemoveButton.tsx';

type SiteListProps = {
  title: string;
  none: string;
  sites: readonly string[];
  /** What taking a site off the list does, where "Remove" would not say it. */
  action?: TextKey;
  onRemove: (host: string) => void;
};

export function SiteList({ title, none, sites, action, onRemove }: SiteListProps) {
  return (
    <div class="site-list">
      <h3 tabIndex={-1}>{title}</h3>
      {sites.length === 0 && <p class="muted">{none}</p>}
      <ul>
        {sites.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <RemoveButton item={host} action={action} onRemove={() => onRemove(host)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
