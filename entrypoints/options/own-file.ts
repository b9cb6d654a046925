// Adds own ratings from a file that was saved before, for instance on another computer. Existing ratings are kept.
import type { OptionsState } from '../../components/options/options-state.ts';
import type { MessageOutput } from '../../utils/messages.ts';
import { changeSetting, type Setting } from '../../utils/settings.ts';

type OwnFile = Extract<MessageOutput<'ratings/read-own'>, { status: 'read' }>;
type OwnBias = Setting<'ownBias'>;

export async function takeOwnRatings({ places, skipped, problems }: OwnFile): Promise<OptionsState['ownImport']> {
  const given: OwnBias = Object.fromEntries(
    places.map(({ id, bias, date }) => [id, date === null ? bias : { bias, date }]),
  );
  let before: OwnBias = {};
  try {
    await changeSetting('ownBias', (now) => {
      before = now;
      return { ...given, ...now };
    });
  } catch {
    return { status: 'storage-full' };
  }
  const isNew = (id: string) => !Object.hasOwn(before, id);
  const added = Object.fromEntries(Object.entries(given).filter(([id]) => isNew(id)));
  const kept = places.filter(({ id, bias }) => !isNew(id) && toBias(before[id]) !== bias).length;
  return {
    status: 'taken',
    entries: Object.keys(added).length,
    kept,
    skipped,
    problems,
    takeBack: async () => void (await changeSetting('ownBias', (now) => withoutAdded(now, added))),
  };
}

/** Keeps ratings that were changed after the import. */
const withoutAdded = (now: OwnBias, added: OwnBias): OwnBias =>
  Object.fromEntries(
    Object.entries(now).filter(([id, own]) => !Object.hasOwn(added, id) || toBias(own) !== toBias(added[id])),
  );

const toBias = (own: OwnBias[string] | undefined) => (typeof own === 'object' ? own.bias : own);
