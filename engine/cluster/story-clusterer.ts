// Groups a stream of articles into stories: the engine's only entry point to clustering.
//
// Placing an article: a copy joins its original's cluster; any other article joins the best cluster of its language when
// words and time are close enough, else it founds a story. Maintenance then merges and splits clusters, moves articles
// that fit better elsewhere, and links stories across languages; each step has a file of its name.
import { ArticleId, type StoryId, toArticleId } from '../ids.ts';
import {
  type ArticleProbe,
  type ClusterArticle,
  type ClustererSnapshot,
  isSamePlace,
  type Maintenance,
  type Placement,
  type StoryClusterer,
} from '../ports.ts';
import type { Match } from '../schema.ts';
import { inOnePiece } from '../text/one-piece.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { Sparse } from './centroid.ts';
import {
  type ClustererState,
  createCluster,
  createState,
  join,
  leave,
  NOWHERE,
  placementOf,
  sweepSlots,
  touch,
  withdraw,
} from './clusterer-state.ts';
import { linkLanguages } from './cross-language.ts';
import { toDense } from './dense.ts';
import { enterFamilies, leaveFamily } from './enter-families.ts';
import { familyIdOf, familyOf, isAlone } from './families.ts';
import { type Fit, findFits, type Placeable, toQuery } from './find-cluster.ts';
import { hashText } from './fnv.ts';
import { hasOtherInstallment } from './installments.ts';
import { explainMember, matchPage } from './match.ts';
import { mergePass } from './merge-pass.ts';
import { movePass } from './move-pass.ts';
import { type Runs, runsOf } from './opening.ts';
import { createTextReader, packText, unpackSigns } from './packed-text.ts';
import { listPartings, putBackPartings } from './partings.ts';
import { recheckOnGrowth } from './recheck-on-growth.ts';
import type { ArticleRecord, Cluster } from './records.ts';
import { toSketch } from './shingles.ts';
import { decodeState, encodeState } from './snapshot-codec.ts';
import { splitPass } from './split-pass.ts';
import { createStory, hasMemberBarredFrom, openStory, redirectStory } from './stories.ts';
import { strongestAscending } from './strongest.ts';
import { DEFAULT_TUNING, type Tuning } from './tuning.ts';
import { unlinkLanguages } from './unlink-languages.ts';
import { createVectorizer, toText } from './vectorize.ts';

export type ClustererOptions = {
  /** For experiments only: results under other numbers are not those of this engine version. */
  readonly tuning?: Partial<Tuning>;
  /** `timeless`: an article without a published time is equally near to all times (archives, test sets). */
  readonly undated?: 'first-seen' | 'timeless';
};

export function createStoryClusterer(options: ClustererOptions = {}): StoryClusterer {
  return createFromState(createState({ ...DEFAULT_TUNING, ...options.tuning }), options);
}

/** Null when the snapshot is damaged or of another engine version: the host then rebuilds by `restore`. */
export function openStoryClusterer(snapshot: ClustererSnapshot, options: ClustererOptions = {}): StoryClusterer | null {
  if (snapshot.engineVersion !== ENGINE_VERSION) return null;
  const state = decodeState(snapshot.data, { ...DEFAULT_TUNING, ...options.tuning });
  return state && createFromState(state, options);
}

/** An article that has been read but not placed, with what placing it needs. */
type Admitted = {
  readonly record: ArticleRecord;
  readonly query: Placeable & { readonly signs: Int32Array };
  readonly runs: Runs;
};

/** An article to be placed, its copy if there is one, its old place, and the story that ended when it left that. */
type Arrival = {
  readonly record: ArticleRecord;
  readonly query: Placeable;
  readonly copy: ArticleRecord | null;
  readonly home: Cluster | null;
  readonly ended: StoryId | null;
};

type Choice = {
  readonly choose: (arrival: Arrival) => Cluster;
  /** The article stays where it is put: copies in other stories come to it, not it to them. */
  readonly stays: boolean;
};

/** When the two best clusters score this close, the next maintenance decides again, after both have grown. */
const UNDECIDED = 0.05;

function createFromState(state: ClustererState, options: ClustererOptions): StoryClusterer {
  const { lexicon } = state;
  const vectorizer = createVectorizer(lexicon, state.tuning);
  const leaving = createTextReader();

  /** Makes all articles of an outlet share one string: the host gives each its own copy. */
  const outlets = new Map<string, string>();
  function shareOutlet(id: string): string {
    const shared = outlets.get(id);
    if (shared === undefined) outlets.set(id, id);
    return shared ?? id;
  }

  function timeOf(article: Pick<ClusterArticle, 'publishedAt' | 'firstSeenAt'>): number {
    return article.publishedAt ?? (options.undated === 'timeless' ? Number.NaN : article.firstSeenAt);
  }

  function toProbes(vector: Sparse): Int32Array {
    return strongestAscending(vector, { rarities: lexicon.rarities(), count: state.tuning.probeTerms });
  }

  /** Reads and counts the article, and leaves it without a cluster and out of the indexes. */
  function admit(article: ClusterArticle): Admitted {
    const { language, terms, weights, signs } = vectorizer.readArticle(article);
    const probes = toProbes({ terms, weights });
    lexicon.count({ terms, signs, language }, 1);
    const { words, titleLength, sample } = toSketch(article.title, toText(article));
    const record: ArticleRecord = {
      id: ArticleId.parse(inOnePiece(article.id)),
      slot: state.nextArticleSlot++,
      outletId: shareOutlet(article.outletId),
      at: timeOf(article),
      language,
      credit: article.credit || null, // a snapshot cannot tell '' from null
      packed: packText({ terms, weights, probes, signs }),
      size: terms.length,
      words, // not by a spread: V8 would keep spread properties outside of the object
      titleLength,
      sample,
      dense: article.dense ? toDense(article.dense) : null,
      contentHash: hashContent(article),
      cluster: NOWHERE,
      family: null,
    };
    state.articles.set(record.id, record);
    state.newness.note(record.at, 1);
    const query = { terms, weights, probes, signs, at: record.at, language, dense: record.dense };
    return { record, query, runs: runsOf(record) };
  }

  function index({ record, query, runs }: Admitted): void {
    state.postings.add(record.slot, query.probes);
    state.signPostings.add(record.slot, query.signs);
    state.families.add(record, runs);
  }

  /** `ended`: the story that ended when this article left it. Articles separated from that story are separated from this article. */
  function mayJoin(
    cluster: Cluster,
    { id, ended }: { readonly id: ArticleId; readonly ended: StoryId | null },
  ): boolean {
    if (state.separations.isEmpty()) return true;
    const { story } = cluster; // read only now: a search calls this for dozens of clusters
    return !state.separations.isBarred(id, story.id) && !(ended && hasMemberBarredFrom(state, { story, from: ended }));
  }

  /** The copy's cluster, else the best fit, else a new cluster, which takes the id of the `ended` story where it may. */
  function choose({ record, query, copy, ended }: Arrival): Cluster {
    const newcomer = { id: record.id, ended };
    if (copy && mayJoin(copy.cluster, newcomer)) return copy.cluster;
    const mayHold = ({ cluster, score }: Fit) =>
      score < state.tuning.joinScore || !hasOtherInstallment(cluster, record);
    const accepts = (cluster: Cluster) => mayJoin(cluster, newcomer);
    const [best, next] = findFits(state, { article: query, accepts }).filter(mayHold);
    if (best && next && best.score - next.score < UNDECIDED) state.undecided.add(record);
    if (best && best.score >= state.tuning.joinScore) return best.cluster;
    const isFree = ended && !state.separations.isBarred(record.id, ended);
    const story = isFree ? openStory(state, ended) : createStory(state, { founders: [record.id] });
    return createCluster(state, { story, language: record.language });
  }

  function remove(id: ArticleId): void {
    const record = state.articles.get(id);
    if (!record) return;
    state.articles.delete(id);
    state.newness.note(record.at, -1);
    state.roster.unassign(record.slot);
    state.families.remove(record);
    leaveFamily(state, record);
    withdraw(state, record);
    state.touched.delete(record);
    state.undecided.delete(record);
    leaving.read(record.packed);
    const terms = leaving.terms().subarray(0, leaving.size());
    lexicon.count({ terms, signs: unpackSigns(record.packed), language: record.language }, -1);
    sweepSlots(state);
  }

  /** An edited title rarely means another event: the article stays in its cluster as long as it fits there. */
  function findHome({ record, query, copy, home, ended }: Arrival): Cluster | null {
    if (copy || !home || !state.roster.has(home) || home.language !== record.language) return null;
    if (!mayJoin(home, { id: record.id, ended })) return null;
    const [fit] = findFits(state, { article: query, accepts: (one) => one === home });
    return fit && fit.score >= state.tuning.joinScore ? fit.cluster : null;
  }

  function clusterIn(storyId: StoryId, language: number): Cluster {
    const story = openStory(state, storyId);
    return story.clusters.find((cluster) => cluster.language === language) ?? createCluster(state, { story, language });
  }

  /** Takes the article out of its old place, if it has one, and puts it into the cluster that is chosen for it. */
  function place(article: ClusterArticle, { choose, stays }: Choice): Placement {
    const home = state.articles.get(article.id)?.cluster ?? null;
    remove(article.id);
    const ended = home && !state.stories.has(home.story.id) ? home.story.id : null;
    const admitted = admit(article);
    const { record, query, runs } = admitted;
    const copies = state.families.findCopies(record, runs);
    const cluster = choose({ record, query, copy: copies[0]?.record ?? null, home, ended });
    const { story } = cluster;
    const isMoved = ended && ended !== story.id && !state.separations.isBarred(record.id, ended);
    if (isMoved && !hasMemberBarredFrom(state, { story, from: ended })) {
      redirectStory(state, { from: ended, to: story.id });
    }
    join(state, { record, cluster });
    enterFamilies(state, { record, copies, stays });
    index(admitted);
    return placementOf(record);
  }

  return {
    add(article) {
      const before = state.articles.get(article.id);
      if (before && before.contentHash === hashContent(article)) {
        state.touched.delete(before); // the host gets its place from here
        return placementOf(before);
      }
      return place(article, { choose: (arrival) => findHome(arrival) ?? choose(arrival), stays: false });
    },

    putBack(article, storyId) {
      if (storyId === null) return place(article, { choose, stays: false });
      return place(article, { choose: ({ record }) => clusterIn(storyId, record.language), stays: true });
    },

    restore(article, placement) {
      remove(article.id);
      const admitted = admit(article);
      const { record } = admitted;
      const cluster = clusterIn(placement.storyId, record.language);
      join(state, { record, cluster });
      const relative = cluster.story.clusters
        .flatMap(({ members }) => members)
        .find((member) => member !== record && familyIdOf(member) === placement.familyId);
      if (relative) {
        record.family = familyOf(relative);
        record.family.members.push(record);
      }
      if (familyIdOf(record) !== placement.familyId) familyOf(record).id = placement.familyId;
      index(admitted);
    },

    settle(partings) {
      putBackPartings(state, partings);
      for (const cluster of state.dirty) cluster.checkedSize = cluster.members.length;
      state.dirty.clear();
      state.touched.clear();
      state.recheckedSize = state.articles.size;
    },

    remove,

    maintain(): Maintenance {
      const growth = state.sizes.measure();
      recheckOnGrowth(state);
      mergePass(state, growth);
      splitPass(state, growth);
      movePass(state);
      linkLanguages(state);
      unlinkLanguages(state);
      state.dirty.clear();
      state.centroids.dropUnused();
      const moves = [...state.touched]
        .filter(([record, told]) => !isSamePlace(told, placementOf(record)))
        .map(([record]) => record)
        .sort((a, b) => a.slot - b.slot)
        .map((record) => ({ articleId: record.id, ...placementOf(record) }));
      const redirects = [...state.redirects.keys()]
        .map((from) => ({ from, to: state.separations.resolve(from) }))
        .filter(({ from, to }) => !state.stories.has(from) && state.stories.has(to));
      state.touched.clear();
      state.redirects.clear();
      return { moves, redirects };
    },

    match(probe: ArticleProbe): Match | null {
      const id = toArticleId(probe.url);
      const at = probe.publishedAt ?? Number.NaN;
      return vectorizer.readPage(probe, (read) => matchPage(state, { id, lang: probe.lang, read, at }));
    },

    explain: (article) => vectorizer.readPage(article, (read) => explainMember(state, { id: article.id, read })),

    separate(separation) {
      state.separations.add(separation);
      const record = state.articles.get(separation.articleId);
      if (!record || !state.separations.isBarred(record.id, record.cluster.story.id)) return;
      touch(state, record);
      if (!isAlone(record)) leaveFamily(state, record);
      leave(state, record);
      join(state, { record, cluster: choose({ record, query: toQuery(record), copy: null, home: null, ended: null }) });
    },

    unseparate(separation) {
      state.separations.delete(separation);
      const record = state.articles.get(separation.articleId);
      if (record) state.dirty.add(record.cluster); // the next maintenance may bring it back
    },

    memory: () => ({ marks: state.separations.marks(), partings: listPartings(state) }),

    snapshot: () => ({ engineVersion: ENGINE_VERSION, data: encodeState(state) }),
  };
}

function hashContent(article: ClusterArticle): number {
  const { title, lead, body, lang, publishedAt, credit } = article;
  const read = [title, lead, body ?? '', lang, publishedAt ?? '', credit ?? ''];
  if (article.dense) read.push(article.dense.join(' ')); // an article is placed anew when its vector comes late
  return hashText(read.join('\n'));
}
