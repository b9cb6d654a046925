// A list of removable sites.
import type { TextKey } from '../words/words.ts';
import type { Removal, RemovedItem } from './options-state.ts';
import { findRemoved, RemovableList } from './RemovableList.tsx';
import { RemoveButton } from './RemoveButton.tsx';

type SiteListProps = {
  list: RemovedItem['list'];
  title: string;
  none: string;
  /** `text`: the line shown for the site. */
  sites: readonly { readonly host: string; readonly text: string }[];
  /** A label in place of "Remove", where that would not describe the effect. */
  action?: TextKey;
  removal: Removal;
  onRemove: (host: string) => void;
};

export function SiteList({ list, title, none, sites, action, removal, onRemove }: SiteListProps) {
  const rows = sites.map(({ host, text }) => ({
    id: host,
    content: (
      <>
        <bdi>{text}</bdi>
        <RemoveButton item={text} action={action} onRemove={() => onRemove(host)} />
      </>
    ),
  }));
  return (
    <div class="site-list">
      <h3 tabIndex={-1}>{title}</h3>
      {rows.length === 0 && findRemoved(removal, { list, rows }) === null && <p class="muted">{none}</p>}
      <RemovableList list={list} rows={rows} removal={removal} />
    </div>
  );
}
