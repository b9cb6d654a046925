// Fits the confidence of matches on labelled sets, and reports its accuracy on stories that the fit did not see.
//
// Probes are articles that are not indexed (deal-articles.ts), from stories in the index and from others. Each is used twice,
// with and without its time. The constants are fitted on one half of the stories and judged on the other; after any change of
// scores, run this again and copy them into engine/cluster/confidence.ts.
import path from 'node:path';
import type { ClustererState } from '../../engine/cluster/clusterer-state.ts';
import { confidenceFeatures, toConfidence } from '../../engine/cluster/confidence.ts';
import { CONFIDENCE_LEAST, fitWords } from '../../engine/cluster/match.ts';
import { decodeState } from '../../engine/cluster/snapshot-codec.ts';
import { DEFAULT_TUNING } from '../../engine/cluster/tuning.ts';
import { createVectorizer } from '../../engine/cluster/vectorize.ts';
import type { ClusterArticle } from '../../engine/ports.ts';
import { clusterArticles } from './cluster-articles.ts';
import { dealArticles } from './deal-articles.ts';
import { isHeldOut } from './evaluate.ts';
import { calibrationError, fitLogistic, type Outcome, predict, reliabilityOf } from './fit-logistic.ts';
import { listLabelledSets } from './labelled-sets.ts';
import { measureForeign } from './measure-foreign.ts';
import { measureHeadlines } from './measure-headlines.ts';

/** Has twenty-two languages; the corpora have nine. */
const INVENTED = path.resolve(import.meta.dirname, '../../tests/fixtures/stories/news-in-22-languages.jsonl');

/** Most probes per set, half and kind, so that no set outweighs the others. */
const KNOWN_MOST = 120;
const UNKNOWN_MOST = 80;
const FOLD_HALF = 12;

type Measured = Outcome & { readonly score: number; readonly rival: number; readonly isDated: boolean };
type Probe = Measured & { readonly isFitted: boolean };

export async function calibrate(corpora: string): Promise<void> {
  const probes: Probe[] = [];
  for (const file of listLabelledSets(corpora)) probes.push(...(await probeSet(file)));
  for (const isDated of [true, false]) {
    console.log(isDated ? 'Pages that state their time' : '\nPages that state none');
    fitAndReport(probes.filter((probe) => probe.isDated === isDated));
  }
  for (const file of listLabelledSets(corpora)) {
    const { headlines, findable, found, right, addressed, expected } = await measureHeadlines(file);
    console.log(
      `\n${path.basename(file)}, headlines without a time: ${headlines}, ${findable} of whose story there are`,
    );
    console.log(`reports; ${found} matched for a badge, ${right} of them right`);
    if (addressed > 0)
      console.log(`${addressed} of them have words in their address, by which ${expected} are expected`);
  }
  for (const file of [...listLabelledSets(corpora), INVENTED]) {
    const foreign = await measureForeign(file);
    if (foreign === null) continue;
    const { pages, findable, found, right } = foreign;
    console.log(
      `\n${path.basename(file)}, pages in a language that no report is in: ${pages}, ${findable} of whose story`,
    );
    console.log(`there are reports; ${found} matched, ${right} of them right`);
  }
}

function fitAndReport(probes: readonly Probe[]): void {
  const fitted = probes.filter(({ isFitted }) => isFitted);
  const unseen = probes.filter(({ isFitted }) => !isFitted);
  const weights = fitLogistic(fitted).map((weight) => Number(weight.toFixed(1)));
  const [intercept = 0, perScore = 0, perRival = 0] = weights;
  console.log(`${fitted.length} probes fitted, ${unseen.length} of other stories held aside\n`);
  console.log(`{ intercept: ${intercept}, perScore: ${perScore}, perRival: ${perRival} }`);
  report(unseen, { title: 'with these constants', say: ({ features }) => predict(weights, features) });
  report(unseen, {
    title: 'as the engine has it',
    say: ({ score, rival, isDated }) => toConfidence(score, { rival, isDated }),
  });
}

type Predictor = { readonly title: string; readonly say: (probe: Probe) => number };

function report(probes: readonly Probe[], { title, say }: Predictor): void {
  const all = probes.map((probe) => ({ predicted: say(probe), isRight: probe.isRight }));
  const shown = reliabilityOf(all.filter(({ predicted }) => predicted >= CONFIDENCE_LEAST));
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  console.log(`\n${title}: expected calibration error ${calibrationError(shown).toFixed(3)} of what is shown,`);
  console.log(`${calibrationError(reliabilityOf(all)).toFixed(3)} of all\n\n| said | right | probes |\n|---|---|---|`);
  for (const { predicted, right, count } of shown)
    console.log(`| ${percent(predicted)} | ${percent(right)} | ${count} |`);
}

async function probeSet(file: string): Promise<Probe[]> {
  const { indexed, known, unknown, events } = await dealArticles(file);
  const snapshot = clusterArticles(indexed).clusterer.snapshot();
  const state = decodeState(snapshot.data, DEFAULT_TUNING);
  if (!state) throw new Error(`${file}: the engine cannot open its own snapshot`);
  const measure = createMeter(state, events);
  const halves = [true, false].flatMap((isFitted) => {
    const ofHalf = (articles: readonly ClusterArticle[], most: number) =>
      spread(
        articles.filter(({ id }) => isHeldOut(events.get(id) ?? '', FOLD_HALF) === isFitted),
        most,
      );
    return [...ofHalf(known, KNOWN_MOST), ...ofHalf(unknown, UNKNOWN_MOST)].map((article) => ({ article, isFitted }));
  });
  return halves.flatMap(({ article, isFitted }) => {
    const times = article.publishedAt === null ? [null] : [article.publishedAt, null];
    const outcomes = times.map((publishedAt) => measure({ ...article, publishedAt }));
    return outcomes.flatMap((outcome) => (outcome ? [{ ...outcome, isFitted }] : []));
  });
}

/** Evenly distributed over the whole set. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, most);
}

/** A match is right if most articles of the cluster have the probe's label. */
function createMeter(state: ClustererState, events: ReadonlyMap<string, string>) {
  const vectorizer = createVectorizer(state.lexicon, DEFAULT_TUNING);
  return (article: ClusterArticle): Measured | null => {
    const fit = vectorizer.readPage(article, (read) =>
      fitWords(state, { id: article.id, lang: article.lang, read, at: article.publishedAt ?? Number.NaN }),
    );
    if (!fit) return null;
    const { members } = fit.best.cluster;
    const same = members.filter(({ id }) => events.get(id) === events.get(article.id)).length;
    const { score } = fit.best;
    const isRight = same * 2 > members.length;
    const isDated = article.publishedAt !== null;
    return { score, rival: fit.rival, features: confidenceFeatures(score, fit.rival), isRight, isDated };
  };
}
