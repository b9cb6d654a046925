// Invented outlets, each on a host of its own, for tests in which only their languages matter.
import { OutletId } from '../../engine/ids.ts';
import { createOutletDirectory, type OutletDirectory } from '../../engine/outlet/outlet-directory.ts';

/** Languages by the part of the host before `.test`. */
export function directoryOf(languages: Readonly<Record<string, string[]>>): OutletDirectory {
  const outlets = Object.entries(languages).map(([id, written]) => ({
    id: OutletId.parse(id),
    name: `The Invented ${id}`,
    domains: [`${id}.test`],
    country: null,
    languages: written,
    owner: null,
    ownership: 'unknown' as const,
    type: 'newspaper' as const,
    feeds: [],
  }));
  return createOutletDirectory([
    { format: 'parallax-outlets-1', name: 'Invented outlets', date: '2026-03-01', outlets },
  ]);
}
