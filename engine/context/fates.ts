// What happened to the people or things that a number counts: 15 killed and 22 injured people are no contradiction.
import type { Token } from './read-tokens.ts';

export type Fate = 'dead' | 'hurt' | 'missing' | 'held' | 'saved';

/** Beginnings of words in lower case, by language. */
const BEGINNINGS: Readonly<Record<string, Readonly<Record<Fate, RegExp>>>> = {
  en: {
    dead: /^(?:kill|dead|die[sd]?$|dying|death|fatal|slain|perish|murder)/,
    hurt: /^(?:injur|wound|hurt)/,
    missing: /^(?:missing|unaccounted)/,
    held: /^(?:arrest|detain|jail|imprison|captur|kidnap|abduct|hostage)/,
    saved: /^(?:rescu|save[sd]?$|surviv|freed|releas)/,
  },
  de: {
    dead: /^(?:getöt|töte|tot(?:e[nr]?)?$|todes|starb|sterb|gestorb|ermord|umgekomm)/,
    hurt: /^(?:verletz|schwerverletz|leichtverletz|verwund)/,
    missing: /^(?:vermiss|verschw)/,
    held: /^(?:festgen|fest$|verhaft|inhaft|entführ|gefang|geisel)/,
    saved: /^(?:gerett|rett|überleb|freigel|befrei)/,
  },
  fr: {
    dead: /^(?:mort|tué|tuer|tuant|décéd|péri|assassin)/,
    hurt: /^(?:bless)/,
    missing: /^(?:dispar|manquant)/,
    held: /^(?:arrêté|arrest|interpell|détenu|enlev|emprison|otage)/,
    saved: /^(?:sauv|secour|surviv|rescap|libér)/,
  },
  es: {
    dead: /^(?:muert|murió|murier|fallec|mata(?:d|r|n|$)|mató|asesin)/,
    hurt: /^(?:herid|lesion)/,
    missing: /^(?:desaparec)/,
    held: /^(?:deten|detuv|arrest|secuestr|encarcel|rehen|rehén)/,
    saved: /^(?:rescat|sobreviv|salva|liber)/,
  },
  it: {
    dead: /^(?:mort|uccis|uccid|deced|assassin)/,
    hurt: /^(?:ferit)/,
    missing: /^(?:dispers|scompars)/,
    held: /^(?:arrest|detenut|rapit|sequestr|ostagg|fermat)/,
    saved: /^(?:salvat|soccors|sopravviss|liberat)/,
  },
  pt: {
    dead: /^(?:mort|morr|matou|matar|matad|assassin)/,
    hurt: /^(?:ferid|feriu|lesion)/,
    missing: /^(?:desaparec)/,
    held: /^(?:detid|deteve|preso|presa|prend|sequestr|refén|reféns)/,
    saved: /^(?:resgat|sobreviv|salv|libert)/,
  },
  ru: {
    dead: /^(?:погиб|убит|убил|уби[вй]|умер|скончал|смерт)/,
    hurt: /^(?:ранен|ранил|пострада|травм)/,
    missing: /^(?:пропа[вл]|исчез)/,
    held: /^(?:задерж|арест|похищ|пленн|заложн)/,
    saved: /^(?:спас|выжи|освобо)/,
  },
  uk: {
    dead: /^(?:заги[нб]|вбит|вбил|помер|смерт)/,
    hurt: /^(?:поранен|постраждал|травм)/,
    missing: /^(?:зник)/,
    held: /^(?:затрим|заареш|арешт|викрад|полонен|заручн)/,
    saved: /^(?:врятов|вижи|звільн)/,
  },
};

const FATES: readonly Fate[] = ['dead', 'hurt', 'missing', 'held', 'saved'];

/** A word behind a comma or an "and" usually belongs to another count. */
const BREAK_COSTS = 3;
const BREAK = /[,;:–—]/;
const CONJUNCTIONS = new Set(['and', 'und', 'et', 'y', 'e', 'ed', 'и', 'і', 'й', 'та']);

/** Words farther away rarely speak of those who are counted. */
const REACH = 6;

/** Indices of a count's first and last token: of the number, and of what it counts. */
export type CountPosition = { readonly first: number; readonly last: number; readonly lang: string };

/** The fate that is named nearest to a count; null where none is named, or two are equally near. */
export function findFate(tokens: readonly Token[], { first, last, lang }: CountPosition): Fate | null {
  const named = [...walk(tokens, { from: last, step: 1 }), ...walk(tokens, { from: first, step: -1 })]
    .map(({ token, distance }) => ({ fate: fateOf(token, lang), distance }))
    .filter(({ fate }) => fate !== null)
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = named;
  const isAmbiguous = named.some(({ fate, distance }) => fate !== nearest?.fate && distance === nearest?.distance);
  return isAmbiguous ? null : (nearest?.fate ?? null);
}

/** The tokens from one on, itself included, in one direction. */
function walk(tokens: readonly Token[], { from, step }: { readonly from: number; readonly step: 1 | -1 }) {
  const met: { readonly token: Token; readonly distance: number }[] = [];
  let distance = 0;
  for (let at = from; Math.abs(at - from) <= REACH; at += step) {
    const token = tokens[at];
    if (token === undefined) break;
    met.push({ token, distance });
    const boundary = step === 1 ? tokens[at + 1] : token;
    distance += boundary !== undefined && isBreak(boundary) ? 1 + BREAK_COSTS : 1;
  }
  return met;
}

function isBreak({ surface, gap }: Token): boolean {
  return BREAK.test(gap ?? '') || CONJUNCTIONS.has(surface.toLowerCase());
}

function fateOf({ surface }: Token, lang: string): Fate | null {
  const word = surface.toLowerCase();
  const beginnings = BEGINNINGS[lang];
  return (beginnings && FATES.find((fate) => beginnings[fate].test(word))) ?? null;
}
