// Finds an outlet's owner as a short name, and the kind of ownership if the owner or the source makes it clear.
import type { Ownership } from '../../engine/schema.ts';
import { owners } from './corrections.ts';
import type { Fact } from './fact.ts';

const OWNER_MAX = 60; // longer ones in the raw data are sentences
const PROSE =
  /\b(is|was|are|were|owned|until|former(ly)?|historically|management|held|which|its|non-?profit|unknown|independent|various|public broadcaster|co-?owner|\d+([.,]\d+)?\s?%)\b|%|;|\.\s/i;

type Owner = { name: string | null; ownership: Ownership };

/** Kagi's owner if it is a name; otherwise the one owner on which the lists of US chains and stations agree. */
export function findOwner(facts: readonly Fact[], given?: string): Owner {
  const kagi = facts.find((fact) => fact.source === 'kagi' && (fact.owner ?? '') !== '');
  const typology = facts.find((fact) => fact.source === 'kagi')?.ownership;
  const chain = facts.find((fact) => fact.source === 'palewire' && fact.owner !== undefined)?.owner;
  const listed = facts.flatMap((fact) => (fact.source === 'yin' && fact.owner ? [fact.owner] : []));
  const isOne = new Set(listed.map((owner) => owners[owner]?.name ?? owner)).size === 1;
  const raw = given ?? kagi?.owner ?? chain ?? (isOne ? listed[0] : undefined);
  if (raw === undefined || raw === '') return { name: null, ownership: fromTypology(typology) };
  const known = owners[raw] ?? owners[stripNote(raw)];
  if (owners[raw] === null) return { name: null, ownership: 'unknown' };
  const name = given ?? known?.name ?? toName(raw);
  const ownership = known?.ownership ?? (name === null ? undefined : owners[name]?.ownership);
  return { name, ownership: ownership ?? fromTypology(typology) };
}

function stripNote(raw: string): string {
  return raw.replace(/\s*\(.*$/s, '').trim();
}

/** "The Walt Disney Company (80% through ABC), …" is not a name; "Lakson Group" and "News Corp (Rupert Murdoch)" are. */
function toName(raw: string): string | null {
  const name = stripNote(raw).replace(/[.,]$/, '');
  return name.length <= OWNER_MAX && !PROSE.test(name) && !/[,/]/.test(name.replace(/, (Inc|Ltd|LLC|Co)\b\.?/gi, ''))
    ? name
    : null;
}

/** The source's types are coarser than ours: its "state funded" includes public broadcasters and state agencies. */
function fromTypology(typology: string | undefined): Ownership {
  switch (typology) {
    case 'Independent Media':
    case 'Private Independent Media':
    case 'Non-Profit':
      return 'independent';
    case 'Public Media':
    case 'Public Broadcaster':
      return 'public';
    case 'State Media / Digital':
      return 'government';
    default:
      return 'unknown';
  }
}
