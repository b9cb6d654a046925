// Cuts a text into sentences by the host's own rules, and mends the cuts that abbreviations and initials cause.
import { remember } from '../remember.ts';
import { LANGUAGES_KEPT } from '../text/country-names.ts';
import { toWordSet } from '../text/word-set.ts';

/** Longer texts only cost time; titles and leads are shorter. */
const READ_CHARACTERS = 2400;

/** Abbreviations that stand before a name or a number, and so never end a sentence; words of no language. */
const ABBREVIATIONS = toWordSet(
  'mr mrs ms dr prof sens reps gov govs lt sgt capt maj cmdr adm st jr sr v vs inc corp ltd dept a.m p.m e.g i.e etc ' +
    'hr nr bzw ca z.b d.h u.a mm mme mlle pr bd sra srta dª uds',
);

/** Words in others: a Swede says "hon" of her, and what is "mio" is an Italian's. */
const ABBREVIATIONS_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  en: toWordSet('sen rep gen col rev hon co'),
  de: toWordSet('fr mio mrd'),
  fr: toWordSet('gen av'),
  es: toWordSet('gen col av ud'),
};

/** Before names, of places and of people; behind a figure they are measures ("2026 г.") and may end a sentence. */
const CYRILLIC = toWordSet('г гр м в вул ул бул пр просп пл пос смт сел кв с р д о оз им ім др проф праф акад св');
const WEST_SLAVIC = toWordSet('ul nám sv ing mgr mudr judr phdr gen plk mjr npor');
const BEFORE_NAMES: Readonly<Record<string, ReadonlySet<string>>> = {
  be: CYRILLIC,
  bg: CYRILLIC,
  cs: WEST_SLAVIC,
  el: toWordSet('κ κκ δρ αγ οδ λεωφ στρ καθ'),
  hr: toWordSet('ul sv mr gosp'),
  mk: CYRILLIC,
  pl: toWordSet(
    'im ul al pl os św gen płk mjr kpt por ks bp abp red woj nadkom podinsp insp kom asp sierż mec inż hab',
  ),
  ru: CYRILLIC,
  sk: WEST_SLAVIC,
  sr: new Set([...CYRILLIC, 'mr', 'ul', 'sv', 'g', 'gosp']),
  tr: toWordSet('doç av sn alb gen yrd uzm'),
  uk: CYRILLIC,
};

/** Words as well ("she said no", "in the sun"), and abbreviations where a figure follows. */
const BEFORE_FIGURES = toWordSet(
  'no art abs godz jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun',
);

export function splitSentences(text: string, lang: string): readonly string[] {
  return text
    .slice(0, READ_CHARACTERS)
    .split(/\n+/)
    .flatMap((line) => mend(segment(line, lang), lang))
    .map((sentence) =>
      sentence
        .replace(/\s+/g, ' ')
        .replace(/(?<=[\p{L}\p{N}”"’)]) (?=[.,](?:\s|$))/gu, '') // links leave a space before the mark that follows
        .replace(/^[\s–—―-]+/u, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

function segment(line: string, lang: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return line.match(/[^.!?。！？]+[.!?。！？]*["”»’)]*\s*/gu) ?? [];
  return [...segmenterOf(lang).segment(line)].map((part) => part.segment);
}

/** Costly to make and without state; an article may claim any language. */
const segmenterOf = remember(
  (lang: string) => new Intl.Segmenter(lang === 'und' ? 'en' : lang, { granularity: 'sentence' }),
  LANGUAGES_KEPT,
);

function mend(parts: readonly string[], lang: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const [index, part] of parts.entries()) {
    open += part;
    if (isCutShort({ text: open, next: parts[index + 1] ?? '', lang })) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}

/** They write "15th" as "15."; in others a number ends a sentence like any word: "… at the age of 94." */
const DOTTED_ORDINALS = toWordSet('de da no nb nn fi et lv hu cs sk sl hr sr bs pl is tr');

type Cut = { readonly text: string; readonly next: string; readonly lang: string };

/** No abbreviation is as long; of whole texts the patterns below would ask every place. */
const END_CHARACTERS = 40;

/** "… Sen.", "… J.", "… U.S.", "… am 15.", "… Lind (R-S.C.)": the next part goes on. */
function isCutShort({ text, next, lang }: Cut): boolean {
  const end = text.trimEnd().slice(-END_CHARACTERS);
  const last = end.match(/(?:^|[\s("“„«'‘’])([^\s("“„«‘]+)\.$/u)?.[1] ?? end.match(/[([]([^\s([]+)\.[)\]]$/u)?.[1];
  if (last === undefined) return false;
  if (/^\d{1,2}$/.test(last)) return DOTTED_ORDINALS.has(lang);
  const lower = last.toLowerCase();
  if (ABBREVIATIONS.has(lower) || ABBREVIATIONS_OF[lang]?.has(lower)) return true;
  if (BEFORE_NAMES[lang]?.has(lower)) return !/\d\.?\s?\S+$/.test(end);
  if (BEFORE_FIGURES.has(lower)) return /^\p{Nd}/u.test(next);
  return /^\p{Lu}$|^(?:\p{Lu}\.)+\p{Lu}$|^[DIR]-\p{Lu}/u.test(last);
}
