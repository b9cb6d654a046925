// Invented reports on one event by outlets of every side, for the tests of briefs, differences and the rest of a story's context.
import { type Report, readReports } from '../../../../engine/context/read-reports.ts';
import type { StoryMember } from '../../../../engine/coverage/story-member.ts';
import { createRandom, makeBiasPack, makeMember, makeOutlet, makeRater, shuffle } from '../outlet/invented-outlets.ts';

const PLACES = { lefta: -2, leftb: -1, leftc: -1, mid: 0, righta: 2, rightb: 1, rightc: 1, farright: 3 };
const COUNTRIES: Readonly<Record<string, string>> = { abroada: 'AT', abroadb: 'CH' };

export const rater = makeRater(
  [...Object.keys(PLACES), 'abroada', 'abroadb', 'nobody'].map((id) =>
    makeOutlet(id, { name: `Outlet ${id}`, country: COUNTRIES[id] ?? 'US' }),
  ),
  [makeBiasPack(PLACES)],
);

export type Text = readonly [
  outlet: string,
  title: string,
  lead?: string | undefined,
  parts?: Parameters<typeof makeMember>[1],
];

export function membersOf(texts: readonly Text[]): readonly StoryMember[] {
  return texts.map(([outlet, title, lead = '', parts = {}], index) =>
    makeMember(`${outlet}-${index}`, { outlet, title, lead, ...parts }),
  );
}

export const reportsOf = (...texts: readonly Text[]): readonly Report[] => readReports(membersOf(texts), rater);

export const PIER: readonly Text[] = [
  [
    'lefta',
    'Ferry pier collapses in Northmark, dozens stranded',
    'The only ferry pier in Northmark collapsed on Thursday morning, leaving 80 passengers stranded on the island. Harbour inspectors had warned the Northmark council about rotten beams in January. Critics called it neglect.',
  ],
  [
    'mid',
    'Northmark ferry pier collapses',
    'A ferry pier in Northmark collapsed on Thursday and left 80 passengers stranded on the island overnight. The council said Mayor Ada Lindqvist will order an inquiry into the collapse on Monday.',
  ],
  [
    'righta',
    'Passengers stranded as Northmark ferry pier gives way',
    'Harbour inspectors warned the council in January about rotten beams, records from Northmark show. Mayor Ada Lindqvist will order an inquiry on Monday into the collapse of the pier, the council said.',
  ],
];

/** The same members in another order. */
export const shuffled = (members: readonly StoryMember[], seed: number) => shuffle(members, createRandom(seed));
