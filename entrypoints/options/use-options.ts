// The options page's state: read in parts, and read again when settings, grants or the feeds' progress change.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { OptionsActions, OptionsState } from '../../components/options/options-state.ts';
import { onAccessChanged } from '../../utils/access.ts';
import { followSync } from '../../utils/follow-sync.ts';
import { onPacksChanged } from '../../utils/outlets/ratings-key.ts';
import { onPolicyChanged } from '../../utils/policy/policy-copy.ts';
import { onSettingsChanged } from '../../utils/settings.ts';
import { createOptionsActions } from './options-actions.ts';
import { readChoices, readEmptyOptions, readFeeds, readPacks } from './read-options.ts';
import { LEDGER_PAGE, readLedger, readSource } from './read-source.ts';
import { readOwnPlaces } from './removals.ts';
import { useNamedSection } from './use-named-section.ts';

type Change = Partial<OptionsState>;
/** A function is called with the state at that time. */
export type Tell = (change: Change | ((now: OptionsState) => Change)) => void;

export function useOptions(): { state: OptionsState; actions: OptionsActions } {
  const [state, setState] = useState<OptionsState>(readEmptyOptions);
  const tell: Tell = (change) =>
    setState((now) => ({ ...now, ...(typeof change === 'function' ? change(now) : change) }));

  useEffect(() => {
    const readAll = () => {
      for (const read of [readChoices, readFeeds, readPacks, readOwnPlaces, readSource]) void read().then(tell);
    };
    readAll();
    void readLedger('all', LEDGER_PAGE).then(tell);
    const stops = [
      onSettingsChanged(readAll),
      onAccessChanged(readAll),
      onPolicyChanged(readAll),
      onPacksChanged(readAll),
      followSync(({ articles, stories, unreadable }) => tell({ stored: { articles, stories, unreadable } })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const actions = useMemo(() => createOptionsActions(state, tell), [state]);
  useNamedSection(state);
  return { state, actions };
}
