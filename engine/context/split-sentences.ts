// Cuts a text into sentences by the host's own rules, and mends the cuts that abbreviations and initials cause.
import { toWordSet } from '../text/word-set.ts';

/** Longer texts only cost time; titles and leads are shorter. */
const READ_CHARACTERS = 2400;

/** Abbreviations that stand before a name or a number, and so never end a sentence. */
const ABBREVIATIONS = toWordSet(
  'mr mrs ms dr prof sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm rev hon st jr sr v vs no inc corp co ltd dept ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun a.m p.m e.g i.e etc ' +
    'hr fr frau nr bzw ca z.b d.h u.a mio mrd abs art m mm mme mlle pr av bd sra srta dª ud uds',
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

const segmenters = new Map<string, Intl.Segmenter>(); // costly to make and without state

function segment(line: string, lang: string): readonly string[] {
  if (typeof Intl.Segmenter !== 'function') return line.match(/[^.!?。！？]+[.!?。！？]*["”»’)]*\s*/gu) ?? [];
  let segmenter = segmenters.get(lang);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang === 'und' ? 'en' : lang, { granularity: 'sentence' });
    segmenters.set(lang, segmenter);
  }
  return [...segmenter.segment(line)].map((part) => part.segment);
}

function mend(parts: readonly string[], lang: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const part of parts) {
    open += part;
    if (isCutShort(open, lang)) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}

/** They write "15th" as "15."; in others a number ends a sentence like any word: "… at the age of 94." */
const DOTTED_ORDINALS = toWordSet('de da no nb nn fi et lv hu cs sk sl hr sr bs pl is tr');

/** No abbreviation is as long; of whole texts the patterns below would ask every place. */
const END_CHARACTERS = 40;

/** "… Sen.", "… J.", "… U.S.", "… am 15.", "… Lind (R-S.C.)": the next part goes on. */
function isCutShort(text: string, lang: string): boolean {
  const end = text.trimEnd().slice(-END_CHARACTERS);
  const last = end.match(/(?:^|[\s("“„«'’])([^\s("“„«]+)\.$/u)?.[1] ?? end.match(/[([]([^\s([]+)\.[)\]]$/u)?.[1];
  if (last === undefined) return false;
  if (/^\d{1,2}$/.test(last)) return DOTTED_ORDINALS.has(lang);
  return /^\p{Lu}$|^(?:\p{Lu}\.)+\p{Lu}$|^[DIR]-\p{Lu}/u.test(last) || ABBREVIATIONS.has(last.toLowerCase());
}
