// Chooses three to five sentences of different outlets that tell a story: what independent reports agree on, across the spectrum.
//
//   1. One report a family, in the reader's language where two reports are, else in the story's most frequent one; no opinion.
//   2. Sentences that other families bear out (brief-candidates.ts), ranked by their centrality (sentence-graph.ts).
//   3. Taken one by one, the best first: centrality, times what it adds (a side of the spectrum, who, where, when, how many), less
//      what has been said, and never what says one of them again; the first two from two outlets, and no more than two from any.
//      Fewer than three, or than two besides headlines: no brief, the reason, and what each side says (side-sentences.ts).
import { groupBy } from '../group-by.ts';
import {
  BRIEF_SENTENCES_MAX,
  BRIEF_SENTENCES_MIN,
  type Brief,
  type NumberConflict,
  type SideSentence,
  type UnknownBriefReason,
} from '../schema-story-context.ts';
import { type Candidate, canDetectNegation, computeCover, listCandidates } from './brief-candidates.ts';
import { isFollowUp, leansOnAnother } from './can-stand-alone.ts';
import { findCapitalWords } from './find-names.ts';
import type { Report } from './read-reports.ts';
import { findFacets, type SentenceFacet } from './sentence-facets.ts';
import { computeLikeness, rankSentences } from './sentence-graph.ts';
import { chooseSideSentences, type RankedQuestion } from './side-sentences.ts';
import type { WordRarity } from './word-rarity.ts';

export type BriefQuestion = {
  readonly reports: readonly Report[];
  readonly conflicts: readonly NumberConflict[];
  readonly rarity: WordRarity;
  /** The reader's, most wanted first. */
  readonly languages: readonly string[];
};

const REPORTS_MIN = 2;
/** Sentences other than headlines. */
const WHOLE_MIN = 2;
/** The latest ones. Every sentence is compared with every other: 0.1 s for this many reports, 0.5 s for twice as many. */
const BRIEF_REPORTS_MAX = 40;
/** Read of one report, headline included. Leads hardly have more, except those made of short exclamations, which may have a hundred. */
const SENTENCES_MAX = 12;
/** Least share of a sentence's weight in words that the brief does not have yet; below it headlines only repeat each other. */
const NEW_MIN = 0.35;
/**
 * From these values on, a sentence repeats another in different words: of pairs that were read side by side, nearly all above
 * say the same and few below do. Headlines have fewer words to differ in.
 */
const ECHO_LIKENESS = 0.35;
const ECHO_COVER = 0.4;
const TITLE_ECHO_COVER = 0.3;
/** Headlines all say the same thing in different words: three of them are no brief. */
const TITLES_MAX = 2;
/** Least share of the reports that must support a sentence: in a story of fifty, two may agree on a side issue only. */
const SUPPORT_SHARE = 0.08;
/** A headline says less than a full sentence, is shown above the brief anyway, and reads badly next to other headlines. */
const TITLE_FACTOR = 0.4;
/** Added to a sentence's worth, as a share of it, for each new facet and for support from a second and third side. */
const FACET_GAIN = 0.15;
const SIDE_GAIN = 0.25;
/** A second sentence of one outlet counts only this much of what another outlet's would. */
const SAME_OUTLET_FACTOR = 0.6;
const SAME_OUTLET_MAX = 2;
/** The first sentence should make sense without another before it. */
const LEANING_FACTOR = 0.5;

export function writeBrief({ reports, conflicts, rarity, languages }: BriefQuestion): Brief {
  const originals = reports.filter(({ isOriginal, isOpinion }) => isOriginal && !isOpinion);
  const lang = chooseLanguage(originals, languages);
  const ours = originals
    .filter((report) => report.lang === lang && report.sentences.length > 0)
    .slice(-BRIEF_REPORTS_MAX)
    .map((report) => ({ ...report, sentences: report.sentences.slice(0, SENTENCES_MAX) }));
  const unknown = (reason: UnknownBriefReason, sideSentences: SideSentence[] = []) => ({
    status: 'unknown' as const,
    reason,
    notCompared: null,
    reports: ours.length,
    sideSentences,
  });
  if (lang === null || ours.length < REPORTS_MIN) return unknown('one-report');
  if (ours.filter(({ sentences }) => sentences.length > 1).length < REPORTS_MIN) return unknown('little-text');
  if (!canDetectNegation(lang)) return { ...unknown('little-agreement'), notCompared: lang };
  const disputed = new Set(conflicts.flatMap(({ values }) => values.map(({ value }) => `#${value}`)));
  const candidates = listCandidates({ reports: ours, lang, rarity: (key) => rarity.of(key, lang), disputed });
  const nodes = candidates.map(({ vector, report }) => ({ vector, report, side: ours[report]?.side ?? null }));
  const ranks = rankSentences(nodes);
  const chosen = choose({ reports: ours, candidates, ranks, lang });
  const whole = chosen.filter(({ sentence }) => !sentence.isTitle);
  if (chosen.length < BRIEF_SENTENCES_MIN || whole.length < WHOLE_MIN)
    return unknown('little-agreement', chooseSideSentences({ reports: ours, candidates, ranks, lang }));
  return {
    status: 'written',
    lang,
    reports: ours.length,
    sentences: chosen.flatMap(({ report, sentence, support }) => {
      const source = ours[report]?.source;
      const supporting = support.flatMap((other) => ours[other]?.source ?? []);
      return source === undefined ? [] : [{ text: sentence.text, source, support: supporting }];
    }),
  };
}

/** A wanted language of two reports, else that of most; if there is none whose sentences can be compared, one of the others. */
function chooseLanguage(originals: readonly Report[], wanted: readonly string[]): string | null {
  const counted = [...groupBy(originals, ({ lang }) => lang)].map(([lang, { length: count }]) => ({ lang, count }));
  const compared = counted.filter(({ lang, count }) => count >= REPORTS_MIN && canDetectNegation(lang));
  const offered = compared.length > 0 ? compared : counted;
  const readable = wanted.find((lang) => offered.some((one) => one.lang === lang && one.count >= REPORTS_MIN));
  const [most] = offered.toSorted((a, b) => b.count - a.count);
  return readable ?? most?.lang ?? null;
}

function choose({ reports, candidates, ranks, lang }: RankedQuestion): readonly Candidate[] {
  const capitals = findCapitalWords(reports.flatMap(({ sentences }) => sentences));
  let open = candidates.flatMap((candidate, index) => {
    if (candidate.support.length === 0 || candidate.support.length < reports.length * SUPPORT_SHARE) return [];
    const sides = new Set([candidate.report, ...candidate.support].map((report) => reports[report]?.side ?? null));
    sides.delete(null);
    const factor = (candidate.sentence.isTitle ? TITLE_FACTOR : 1) * (1 + SIDE_GAIN * Math.max(0, sides.size - 1));
    const facets = findFacets(candidate.sentence, { capitals, lang });
    return [{ candidate, facets, worth: (ranks[index] ?? 0) * factor, outlet: reports[candidate.report]?.outlet.id }];
  });
  const chosen: (typeof open)[number][] = [];
  const surnames = listSurnames(reports);
  const told = new Set<SentenceFacet>();
  const saidWords = new Set<string>();
  while (chosen.length < BRIEF_SENTENCES_MAX) {
    let best: { one: (typeof open)[number]; gain: number } | null = null;
    for (const one of open) {
      const same = chosen.filter(({ outlet }) => outlet === one.outlet).length;
      if (same >= (chosen.length === 1 ? 1 : SAME_OUTLET_MAX)) continue; // one outlet's words are no brief
      const { isTitle } = one.candidate.sentence;
      if (chosen.length === 0 && isFollowUp(one.candidate.sentence, lang)) continue;
      const news = 1 - computeCover(one.candidate.vector, saidWords);
      if (news < NEW_MIN) continue;
      if (isTitle && chosen.filter(({ candidate }) => candidate.sentence.isTitle).length >= TITLES_MAX) continue;
      const added = [...one.facets].filter((facet) => !told.has(facet)).length;
      const leans = chosen.length === 0 && leansOnAnother(one.candidate.sentence, { lang, surnames });
      const gain =
        one.worth * (1 + FACET_GAIN * added) * news * SAME_OUTLET_FACTOR ** same * (leans ? LEANING_FACTOR : 1);
      if (best === null || gain > best.gain) best = { one, gain };
    }
    if (best === null) break;
    const { candidate, facets } = best.one;
    chosen.push(best.one);
    open = open.filter((one) => !isEcho(one.candidate, candidate));
    for (const facet of facets) told.add(facet);
    for (const word of candidate.vector.weights.keys()) saidWords.add(word);
  }
  return chosen.map(({ candidate }) => candidate);
}

/** Capitalised words that follow another one in some report: the Lindqvist of Ada Lindqvist. */
function listSurnames(reports: readonly Report[]): ReadonlySet<string> {
  return new Set(
    reports.flatMap(({ sentences }) =>
      sentences.flatMap(({ tokens }) =>
        tokens.flatMap((token, index) =>
          token.isCapital && token.gap === ' ' && tokens[index - 1]?.isCapital ? [token.surface] : [],
        ),
      ),
    ),
  );
}

/** With a headline, whichever of the two it is: a sentence that adds a clause to a headline repeats it. */
function isEcho(one: Candidate, chosen: Candidate): boolean {
  if (computeLikeness(one.vector, chosen.vector) >= ECHO_LIKENESS) return true;
  if (coverBy(one, chosen) >= ECHO_COVER) return true;
  return [[one, chosen] as const, [chosen, one] as const].some(
    ([a, b]) => a.sentence.isTitle && coverBy(a, b) >= TITLE_ECHO_COVER,
  );
}

function coverBy(one: Candidate, other: Candidate): number {
  return computeCover(one.vector, new Set(other.vector.weights.keys()));
}
