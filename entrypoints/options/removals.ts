// Removes items from the lists in the settings, and puts the last one back in its place with all its data.
//
// An item that was added again meanwhile, here or in another tab, stays as it is.
import type { FoundOutlet, OptionsActions, OptionsState, RemovedItem } from '../../components/options/options-state.ts';
import type { PackName } from '../../utils/messages.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { changeSetting, type Setting, type SettingName } from '../../utils/settings.ts';
import { readChoices, readOwnRatings, readPacks } from './read-options.ts';
import type { Tell } from './use-options.ts';

type PutBack = RemovedItem['putBack'];
type Removals = Pick<
  OptionsActions,
  | 'removeChosenSite'
  | 'switchSiteOn'
  | 'forgetBadgeSite'
  | 'removePack'
  | 'removeOutletPack'
  | 'removeOwnRating'
  | 'undoRemoval'
>;

export function createRemovals(state: OptionsState, tell: Tell): Removals {
  const { settings, packs, outletPacks, ownRatings, found, removed } = state;
  const remove = (item: Omit<RemovedItem, 'putBack' | 'failure'>, taken: Promise<PutBack | null>) => {
    // The list may be rendered before the removal is done, so the item is marked at once, and undo waits for the removal.
    const putBack = async () => {
      const back = await taken;
      return back === null ? null : back();
    };
    const line: RemovedItem = { ...item, failure: null, putBack };
    tell({ removed: line });
    // An item that was not removed, or that another tab removed, cannot be put back from here.
    void taken.then((back) => back === null && tell(({ removed: last }) => ({ removed: last === line ? null : last })));
  };
  const placeOf = (ids: readonly string[] | undefined, id: string) => Math.max(0, ids?.indexOf(id) ?? 0);
  const removeSite = (list: 'chosen-sites' | 'sites-off', host: string) => {
    const name = list === 'chosen-sites' ? 'chosenSites' : 'sitesOff';
    remove({ list, id: host, name: host, index: placeOf(settings?.[name], host) }, take(name, cutSite(host)));
  };
  return {
    removeChosenSite: (host) => removeSite('chosen-sites', host),
    switchSiteOn: (host) => removeSite('sites-off', host),
    forgetBadgeSite: (host) => {
      const index = placeOf(Object.keys(settings?.badgeSites ?? {}), host);
      remove({ list: 'badge-sites', id: host, name: host, index }, take('badgeSites', cutEntry(host)));
    },
    removePack: (id) => {
      const index = packs?.findIndex((pack) => pack.id === id) ?? 0;
      remove({ list: 'packs', id, name: packs?.[index]?.name ?? id, index }, takePack({ kind: 'ratings', id }));
      tell({ ratingImport: null }); // its message may be about this pack
    },
    removeOutletPack: (name) => {
      const index = placeOf(
        outletPacks?.map((pack) => pack.name),
        name,
      );
      remove({ list: 'outlet-packs', id: name, name, index }, takePack({ kind: 'outlets', id: name }));
      tell({ outletImport: null });
    },
    removeOwnRating: (id) => {
      const index = ownRatings?.findIndex((rating) => rating.id === id) ?? 0;
      remove({ list: 'own-ratings', id, name: ownRatings?.[index]?.name ?? id, index }, take('ownBias', cutEntry(id)));
      tell({ found: withOwnPlaces(found, ownRatings?.filter((rating) => rating.id !== id) ?? []) });
    },
    undoRemoval: () => {
      if (removed !== null) void undo(removed, tell);
    },
  };
}

async function undo(removed: RemovedItem, tell: Tell): Promise<void> {
  const failure = await removed.putBack();
  const places = await readOwnPlaces();
  const read = { ...(await readChoices()), ...(await readPacks()) };
  // The item returns in the same render in which its undo line disappears: between two renders the focus would be lost.
  tell((now) => ({
    ...read,
    ...places(now),
    // Something else may have been removed meanwhile.
    removed: now.removed === removed ? failure && { ...removed, failure } : now.removed,
  }));
}

/** Own ratings, in the list of them and at the outlets that a search has found by then. */
export async function readOwnPlaces(): Promise<(now: OptionsState) => Partial<OptionsState>> {
  const { ownRatings } = await readOwnRatings();
  return ({ found }) => (ownRatings ? { ownRatings, found: withOwnPlaces(found, ownRatings) } : {});
}

function withOwnPlaces(
  found: OptionsState['found'],
  rated: NonNullable<OptionsState['ownRatings']>,
): OptionsState['found'] {
  const places = new Map(rated.map(({ id, bias }) => [id, bias]));
  const placed = (outlet: FoundOutlet) => ({ ...outlet, ownBias: places.get(outlet.id) ?? null });
  return found && { ...found, outlets: found.outlets.map(placed) };
}

/** What is left of a setting, and how to put the item back into the setting's value at a later time. */
type Cut<Value> = { readonly rest: Value; readonly putBack: (now: Value) => Value };

/** Null if the item was not there. */
async function take<Name extends SettingName>(
  name: Name,
  cut: (before: Setting<Name>) => Cut<Setting<Name>> | null,
): Promise<PutBack | null> {
  const made: Cut<Setting<Name>>[] = [];
  await changeSetting(name, (before) => {
    const taken = cut(before);
    if (taken !== null) made.push(taken);
    return taken?.rest ?? before;
  });
  const [taken] = made;
  if (taken === undefined) return null;
  return async () => {
    await changeSetting(name, taken.putBack);
    return null;
  };
}

const cutSite =
  (host: string) =>
  (sites: string[]): Cut<string[]> | null => {
    const index = sites.indexOf(host);
    if (index === -1) return null;
    return {
      rest: sites.toSpliced(index, 1),
      putBack: (now) => (now.includes(host) ? now : now.toSpliced(index, 0, host)),
    };
  };

const cutEntry =
  (key: string) =>
  <Value>(record: Record<string, Value>): Cut<Record<string, Value>> | null => {
    const entries = Object.entries(record);
    const index = entries.findIndex(([other]) => other === key);
    const entry = entries[index];
    if (entry === undefined) return null;
    return {
      rest: Object.fromEntries(entries.toSpliced(index, 1)),
      putBack: (now) =>
        Object.hasOwn(now, key) ? now : Object.fromEntries(Object.entries(now).toSpliced(index, 0, entry)),
    };
  };

/** Read before it is removed: both messages may be sent twice, if the worker is stopped meanwhile. Null if it could not be removed. */
async function takePack(name: PackName): Promise<PutBack | null> {
  const kept = await sendMessage('packs/read', name);
  const removed = await sendMessage('packs/remove', name);
  if (!removed.ok) return null;
  const pack = kept.ok ? kept.value : null;
  return async () => {
    if (pack === null) return 'not-stored';
    const answer = await sendMessage('packs/restore', pack);
    return answer.ok ? answer.value.failure : 'not-stored';
  };
}
