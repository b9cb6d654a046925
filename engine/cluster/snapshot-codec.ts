// Turns the clusterer's state into bytes and back: only what cannot be computed again.
//
// Layout: format · lexicon · articles in order of arrival · stories with their clusters · families · separations · what
// the host has not been told yet. Everything else (postings, centroids, indexes) is rebuilt from these.
import { isArticleId, isFamilyId, isStoryId } from '../ids.ts';
import { type ByteReader, createByteReader, DamagedBytes } from './byte-reader.ts';
import { type ByteWriter, createByteWriter } from './byte-writer.ts';
import { type ClustererState, createCluster, createState, fillCluster, NOWHERE } from './clusterer-state.ts';
import { createFamilyIndex } from './family-index.ts';
import { createLexicon } from './lexicon.ts';
import { findParted } from './partings.ts';
import type { ArticleRecord, Family } from './records.ts';
import { createSeparations } from './separations.ts';
import { readArticles, writeArticles } from './snapshot-articles.ts';
import { checkId } from './snapshot-ids.ts';
import { readLexicon, writeLexicon } from './snapshot-lexicon.ts';
import { openStory } from './stories.ts';
import type { Tuning } from './tuning.ts';

/** "PX" and a number: to be raised when the layout changes. */
const FORMAT = 0x50_58_07;

/** Snapshots name articles by their position among the articles. */
type Writing = { readonly out: ByteWriter; readonly positionOf: (record: ArticleRecord) => number };
type Reading = { readonly source: ByteReader; readonly articleAt: (position: number) => ArticleRecord };

export function encodeState(state: ClustererState): Uint8Array {
  const out = createByteWriter();
  out.natural(FORMAT);
  state.lexicon.forget();
  state.lexicon.refresh(); // as on opening, so that this state and the opened one go on alike
  state.separations.forget({
    hasStory: (storyId) => state.stories.has(storyId),
    hasArticle: (articleId) => state.articles.has(articleId),
  });
  writeLexicon(out, state.lexicon.save());
  const articles = [...state.articles.values()].sort((a, b) => a.slot - b.slot);
  const positions = new Map(articles.map((record, position) => [record, position]));
  const positionOf = (record: ArticleRecord) => positions.get(record) ?? 0;
  writeArticles(out, articles);
  writeStories({ out, positionOf }, state);
  out.natural(state.nextClusterSlot);
  out.natural(state.recheckedSize);
  writeFamilies({ out, positionOf }, articles);
  const { pairs, redirects } = state.separations.save();
  for (const list of [pairs, redirects, [...state.redirects]]) {
    out.texts(list.map(([left]) => left));
    out.texts(list.map(([, right]) => right));
  }
  out.texts(pairs.map(([, , named]) => named));
  const touched = [...state.touched];
  out.texts(touched.map(([, reported]) => reported.storyId));
  out.texts(touched.map(([, reported]) => reported.familyId));
  for (const [record] of touched) out.natural(positionOf(record));
  out.natural(state.undecided.size);
  for (const record of state.undecided) out.natural(positionOf(record));
  return out.finish();
}

/** Null where the bytes are damaged or of another format; even hostile bytes take no more than linear time. */
export function decodeState(bytes: Uint8Array, tuning: Tuning): ClustererState | null {
  try {
    return readState(createByteReader(bytes), tuning);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}

function readState(source: ByteReader, tuning: Tuning): ClustererState {
  if (source.natural() !== FORMAT) throw new DamagedBytes('another format');
  const lexicon = readLexicon(source);
  const base = createState(tuning, { lexicon: createLexicon(tuning, lexicon) });
  const articles = readArticles(source, { terms: lexicon.terms.size, postings: base.postings });
  const articleAt = (position: number) => {
    const article = articles[position];
    if (!article) throw new DamagedBytes('no such article');
    return article;
  };
  readStories({ source, articleAt }, base);
  findParted(base);
  const nextClusterSlot = source.natural();
  const recheckedSize = source.natural();
  readFamilies({ source, articleAt });
  for (const record of articles) {
    if (record.cluster === NOWHERE) throw new DamagedBytes('an article without a place');
    base.articles.set(record.id, record);
    base.newness.note(record.at, 1);
  }
  const marks = readPairs(source).map(
    ([left, right]) => [checkId(isArticleId, left), checkId(isStoryId, right)] as const,
  );
  const redirects = readRedirects(source);
  const unreported = readRedirects(source);
  const named = source.texts().map((text) => checkId(isStoryId, text));
  if (named.length !== marks.length) throw new DamagedBytes('a mark of no story');
  const pairs = marks.map(([articleId, storyId], at) => [articleId, storyId, named[at] ?? storyId] as const);
  const state: ClustererState = {
    ...base,
    families: createFamilyIndex(articles),
    separations: createSeparations({ pairs, redirects }),
    redirects: new Map(unreported),
    nextArticleSlot: articles.length,
    nextClusterSlot,
    recheckedSize,
  };
  for (const [storyId, familyId] of readPairs(source)) {
    const reported = { storyId: checkId(isStoryId, storyId), familyId: checkId(isFamilyId, familyId) };
    state.touched.set(articleAt(source.natural()), reported);
  }
  for (let left = source.size(); left > 0; left--) state.undecided.add(articleAt(source.natural()));
  if (!source.isAtEnd()) throw new DamagedBytes('more than expected');
  return state;
}

// ── stories and their clusters ──────────────────────────────────────────────────────────────────────────────────────

function writeStories({ out, positionOf }: Writing, state: ClustererState): void {
  out.natural(state.stories.size);
  let slot = 0;
  for (const story of state.stories.values()) {
    const members = story.clusters.flatMap((cluster) => cluster.members);
    const founder = members.find(({ id }) => story.id === `s-${id}`);
    out.natural(founder ? positionOf(founder) + 1 : 0);
    if (!founder) out.text(story.id);
    out.natural(story.clusters.length);
    for (const cluster of story.clusters) {
      out.int(cluster.slot - slot);
      slot = cluster.slot;
      out.natural(2 * cluster.language + (state.dirty.has(cluster) ? 1 : 0));
      out.natural(cluster.checkedSize);
      out.natural(cluster.splitFrom.length);
      for (const parted of cluster.splitFrom) out.natural(parted);
      writeMembers({ out, positionOf }, cluster.members);
    }
  }
}

function readStories({ source, articleAt }: Reading, state: ClustererState): void {
  for (let stories = source.size(); stories > 0; stories--) {
    const founder = source.natural();
    const name = founder === 0 ? source.text() : `s-${articleAt(founder - 1).id}`;
    const story = openStory(state, checkId(isStoryId, name));
    for (let clusters = source.size(); clusters > 0; clusters--) {
      state.nextClusterSlot = lastSlot(state) + source.int();
      const kind = source.natural();
      const cluster = createCluster(state, { story, language: Math.floor(kind / 2) });
      if (kind % 2 === 1) state.dirty.add(cluster);
      cluster.checkedSize = source.natural();
      const parted = source.size();
      if (parted > 0) cluster.splitFrom = Array.from({ length: parted }, () => source.natural());
      fillCluster(state, { cluster, records: readMembers({ source, articleAt }) });
    }
  }
}

/** The slot of the cluster made last. */
function lastSlot({ nextClusterSlot }: ClustererState): number {
  return Math.max(0, nextClusterSlot - 1);
}

// ── families ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A family of one article that is named after it need not be written. */
function writeFamilies({ out, positionOf }: Writing, articles: readonly ArticleRecord[]): void {
  const isPlain = ({ id, members }: Family) => members.length === 1 && String(members[0]?.id) === String(id);
  const all = new Set(articles.map(({ family }) => family).filter((family) => family !== null));
  const families = [...all].filter((family) => !isPlain(family));
  out.natural(families.length);
  for (const family of families) {
    const original = family.members.findIndex((member) => String(member.id) === String(family.id));
    out.natural(original + 1); // 0 where the original has gone
    if (original < 0) out.text(family.id);
    writeMembers({ out, positionOf }, family.members);
  }
}

function readFamilies({ source, articleAt }: Reading): void {
  for (let families = source.size(); families > 0; families--) {
    const original = source.natural();
    const name = original === 0 ? source.text() : null;
    const members = readMembers({ source, articleAt });
    const id = name ?? members[original - 1]?.id;
    if (id === undefined) throw new DamagedBytes('no such original');
    const family: Family = { id: checkId(isFamilyId, id), members };
    for (const member of members) member.family = family;
  }
}

// ── lists ───────────────────────────────────────────────────────────────────────────────────────────────────────────

function writeMembers({ out, positionOf }: Writing, members: readonly ArticleRecord[]): void {
  out.natural(members.length);
  let last = 0;
  for (const member of members) {
    out.int(positionOf(member) - last);
    last = positionOf(member);
  }
}

function readMembers({ source, articleAt }: Reading): ArticleRecord[] {
  const members: ArticleRecord[] = [];
  let last = 0;
  for (let left = source.size(); left > 0; left--) {
    last += source.int();
    members.push(articleAt(last));
  }
  return members;
}

function readRedirects(source: ByteReader) {
  return readPairs(source).map(([from, to]) => [checkId(isStoryId, from), checkId(isStoryId, to)] as const);
}

function readPairs(source: ByteReader): [string, string][] {
  const left = source.texts();
  const right = source.texts();
  if (left.length !== right.length) throw new DamagedBytes('half a pair');
  return left.map((text, at) => [text, right[at] ?? '']);
}
