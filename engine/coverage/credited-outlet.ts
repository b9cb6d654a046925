// Whether an outlet is the one that a credit line names: "Reuters", "dpa/lno", "(AP)", "Agence France-Presse".
import type { RatedOutlet } from '../schema.ts';

/** Agencies that are credited by other words than their name, host or initials: spellings without spaces, one agency a line. */
const AGENCY_SPELLINGS: readonly (readonly string[])[] = [
  ['ap', 'associatedpress', 'apnews'],
  ['pa', 'pamedia', 'pressassociation', 'panewsagency'],
  ['cp', 'canadianpress', 'thecanadianpress', 'lapressecanadienne'],
  ['aap', 'australianassociatedpress', 'aapnews'],
  ['dpa', 'deutschepresseagentur', 'dpainternational', 'dpaafx'],
  ['apa', 'austriapresseagentur'],
  ['sda', 'keystonesda', 'ats', 'keystoneats'],
  ['efe', 'agenciaefe', 'efeagencia'],
  ['ep', 'europapress'],
  ['afp', 'agencefrancepresse'],
  ['ansa', 'agenziaansa'],
  ['tt', 'ttnyhetsbyran', 'tidningarnastelegrambyra'],
  ['ritzau', 'ritzausbureau'],
  ['ntb', 'norsktelegrambyra'],
  ['stt', 'suomentietotoimisto'],
  ['anp', 'algemeennederlandspersbureau'],
  ['pti', 'presstrustofindia'],
  ['ani', 'asiannewsinternational'],
  ['kyodo', 'kyodonews'],
  ['jiji', 'jijipress'],
  ['yonhap', 'yonhapnewsagency', 'yna'],
  ['upi', 'unitedpressinternational'],
];

export function isCreditedOutlet(outlet: RatedOutlet, credit: string): boolean {
  const spellings = new Set(listSpellings(outlet));
  for (const agency of AGENCY_SPELLINGS) if (agency.some((name) => spellings.has(name))) addAll(spellings, agency);
  return splitCredit(credit).some((name) => spellings.has(name));
}

function listSpellings({ id, name, host }: RatedOutlet): readonly string[] {
  const words = splitWords(name).filter((word) => word !== 'the');
  const initials = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : '';
  // Initials of two letters fit too many outlets; the agencies that have them are listed above.
  const short = initials.length > 2 ? [initials] : [];
  const label = host.split('.')[0] ?? '';
  return [words.join(''), squeeze(id), squeeze(host), squeeze(label), ...short].filter((spelling) => spelling !== '');
}

/** Several sources may be credited at once; "dpa-infocom" and "dpa" are both tried for the first. */
function splitCredit(credit: string): readonly string[] {
  const parts = credit.split(/[/,;&+|()]|\s(?:and|und|et|y|e|en|with|mit|avec|con)\s/iu);
  return parts.flatMap((part) => {
    const words = splitWords(part).filter((word) => word !== 'the');
    const [first = ''] = words;
    return [words.join(''), ...(part.trim().startsWith(`${first}-`) ? [first] : [])].filter((name) => name !== '');
  });
}

function splitWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function squeeze(text: string): string {
  return splitWords(text).join('');
}

function addAll(set: Set<string>, names: readonly string[]): void {
  for (const name of names) set.add(name);
}
