// Splits a text into sentences with Intl.Segmenter, and rejoins those that it splits after abbreviations and initials.
import { remember } from '../remember.ts';
import { LANGUAGES_KEPT } from '../text/country-names.ts';
import { toWordSet } from '../text/word-set.ts';

/** Characters; titles and leads are shorter. */
const READ_CHARACTERS = 2400;

/** Abbreviations before a name or number, which never end a sentence and are words in no language. */
const ABBREVIATIONS = toWordSet(
  'mr mrs ms dr prof sens reps gov govs lt sgt capt maj cmdr adm st jr sr v vs inc corp ltd dept a.m p.m e.g i.e etc ' +
    'hr nr bzw ca z.b d.h u.a mm mme mlle pr bd sra srta dª uds',
);

/** Abbreviations that are words in other languages: "hon" is "she" in Swedish, "mio" is "my" in Italian. */
const ABBREVIATIONS_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  en: toWordSet('sen rep gen col rev hon co'),
  de: toWordSet('fr mio mrd'),
  fr: toWordSet('gen av'),
  es: toWordSet('gen col av ud'),
};

/** Before names of places and people. After a digit they are units ("2026 г.") and may end a sentence. */
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

/** Also words ("she said no", "in the sun"); abbreviations only before a digit. */
const BEFORE_FIGURES = toWordSet(
  'no art abs godz jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun',
);

export function splitSentences(text: string, lang: string): readonly string[] {
  return text
    .slice(0, READ_CHARACTERS)
    .split(/\n+/)
    .flatMap((line) => rejoinCutSentences(segment(line, lang), lang))
    .map((sentence) =>
      sentence
        .replace(/\s+/g, ' ')
        .replace(/(?<=[\p{L}\p{N}”"’)]) (?=[.,](?:\s|$))/gu, '') // removed link tags leave a space before the mark that follows
        .replace(/^[\s–—―-]+/u, '')
        .trim(),
    )
    .filter((sentence) => sentence !== '');
}

function segment(line: string, lang: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return line.match(/[^.!?。！？]+[.!?。！？]*["”»’)]*\s*/gu) ?? [];
  return [...segmenterOf(lang).segment(line)].map((part) => part.segment);
}

/** Costly to create; an article may claim any language. */
const segmenterOf = remember(
  (lang: string) => new Intl.Segmenter(lang === 'und' ? 'en' : lang, { granularity: 'sentence' }),
  LANGUAGES_KEPT,
);

function rejoinCutSentences(parts: readonly string[], lang: string): readonly string[] {
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

/** Languages that write "15th" as "15."; in others a number may end a sentence: "… at the age of 94." */
const DOTTED_ORDINALS = toWordSet('de da no nb nn fi et lv hu cs sk sl hr sr bs pl is tr');

type Cut = { readonly text: string; readonly next: string; readonly lang: string };

/** Characters at a sentence's end that the patterns below look at; no abbreviation is as long. */
const END_CHARACTERS = 40;

/** Whether the sentence continues in the next part: "… Sen.", "… J.", "… U.S.", "… am 15.", "… Lind (R-S.C.)". */
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
