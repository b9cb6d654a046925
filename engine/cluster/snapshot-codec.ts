// Turns the clusterer's memory into bytes and back: what cannot be computed again, and nothing else.
//
// Layout: format · counters · lexicon · articles in order of arrival · stories with their clusters · families ·
// separations · what the host was not told yet. Everything else (postings, centroids, indexes) follows from these.
import { ArticleId, FamilyId, StoryId } from '../ids.ts';
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter, DamagedBytes } from './bytes.ts';
import { sumMembers } from './centroid.ts';
import {
  type ClustererState,
  createCluster,
  createState,
  NOWHERE,
  NOWHERE_FAMILY,
  openStory,
} from './clusterer-state.ts';
import { createLexicon, type LexiconState } from './lexicon.ts';
import type { ArticleRecord, Cluster, Family } from './records.ts';
import { createSeparations } from './separations.ts';
import type { Sketch } from './shingles.ts';
import { endOf } from './similarity.ts';
import type { Tuning } from './tuning.ts';
import { toCount, toWeight } from './vectorize.ts';

const FORMAT = 0x50_58_03;

export function encodeState(state: ClustererState): Uint8Array {
  const out = createByteWriter();
  out.int(FORMAT);
  out.int(state.nextArticleSlot);
  state.lexicon.refresh(); // as it will be on opening, so that both go on alike
  writeLexicon(out, state.lexicon.save());
  const articles = [...state.articles.values()].sort((a, b) => a.slot - b.slot);
  const positions = new Map(articles.map((record, position) => [record, position]));
  const position = (record: ArticleRecord) => positions.get(record) ?? 0;
  out.int(articles.length);
  for (const record of articles) writeArticle(out, record);
  out.int(state.stories.size);
  for (const story of state.stories.values()) {
    out.text(story.id);
    out.int(story.clusters.length);
    for (const cluster of story.clusters) {
      out.int(cluster.slot);
      out.int(cluster.language);
      out.int(state.dirty.has(cluster) ? 1 : 0);
      settle(cluster);
      out.int(cluster.checkedSize);
      out.int(cluster.partedFrom.length);
      for (const slot of cluster.partedFrom) out.int(slot);
      out.int(cluster.members.length);
      for (const member of cluster.members) out.int(position(member));
    }
  }
  out.int(state.nextClusterSlot);
  const families = new Set(articles.map((record) => record.family));
  out.int(families.size);
  for (const family of families) {
    const original = family.members.findIndex((member) => String(member.id) === String(family.id));
    out.int(original + 1); // 0 where the original has gone
    if (original < 0) out.text(family.id);
    out.int(family.members.length);
    for (const member of family.members) out.int(position(member));
  }
  const { pairs, redirects } = state.separations.save();
  for (const list of [pairs, redirects, [...state.redirects]]) {
    out.int(list.length);
    for (const [left, right] of list) {
      out.text(left);
      out.text(right);
    }
  }
  out.int(state.touched.size);
  for (const [record, told] of state.touched) {
    out.int(position(record));
    out.text(told.storyId);
    out.text(told.familyId);
  }
  out.int(state.undecided.size);
  for (const record of state.undecided) out.int(position(record));
  return out.finish();
}

/** A sum that rounding has touched is made afresh, here as when it is opened, so that both go on alike. */
function settle(cluster: Cluster): void {
  if (!cluster.isRounded) return;
  cluster.centroid = sumMembers(cluster.members);
  cluster.isRounded = false;
}

/** Null where the bytes are damaged or of another format; hostile bytes cost at most time in proportion to their length. */
export function decodeState(bytes: Uint8Array, tuning: Tuning): ClustererState | null {
  try {
    return readState(createByteReader(bytes), tuning);
  } catch (error) {
    if (error instanceof DamagedBytes) return null;
    throw error;
  }
}

function readState(source: ByteReader, tuning: Tuning): ClustererState {
  if (source.int() !== FORMAT) throw new DamagedBytes('another format');
  const nextArticleSlot = source.size();
  const lexiconState = readLexicon(source);
  const base = createState(tuning, createLexicon(tuning, lexiconState));
  const articles: ArticleRecord[] = [];
  const terms = lexiconState.keys.length;
  const count = source.size();
  for (let i = 0; i < count; i++) articles.push(readArticle(source, terms));
  const pick = () => {
    const record = articles[source.size()];
    if (!record) throw new DamagedBytes('no such article');
    return record;
  };
  readStories(source, base, pick);
  const nextClusterSlot = source.size();
  readFamilies(source, pick);
  if (articles.some((record) => record.cluster === NOWHERE || record.family.members.length === 0)) {
    throw new DamagedBytes('an article without a place');
  }
  const pairs = readPairs(source).map(([left, right]) => [toArticleId(left), toStoryId(right)] as const);
  const redirects = readPairs(source).map(([left, right]) => [toStoryId(left), toStoryId(right)] as const);
  const untold = readPairs(source).map(([left, right]) => [toStoryId(left), toStoryId(right)] as const);
  const state: ClustererState = {
    ...base,
    separations: createSeparations({ pairs, redirects }),
    redirects: new Map(untold),
    nextArticleSlot,
    nextClusterSlot,
  };
  for (const record of articles) {
    state.articles.set(record.id, record);
    state.postings.add(record);
    state.signPostings.add(record);
    state.families.add(record);
  }
  const touched = source.size();
  for (let i = 0; i < touched; i++) {
    state.touched.set(pick(), { storyId: toStoryId(source.text()), familyId: toFamilyId(source.text()) });
  }
  const undecided = source.size();
  for (let i = 0; i < undecided; i++) state.undecided.add(pick());
  if (!source.isAtEnd()) throw new DamagedBytes('more than expected');
  return state;
}

function writeLexicon(out: ByteWriter, lexicon: LexiconState): void {
  out.int(lexicon.codes.length);
  for (const code of lexicon.codes) out.text(code);
  for (const count of lexicon.articles) out.int(count);
  out.int(lexicon.keys.length);
  for (const [term, key] of lexicon.keys.entries()) {
    out.text(key);
    writeSurface(out, key, lexicon.surfaces[term] ?? '');
    out.int(lexicon.languages[term] ?? 0);
    out.int(lexicon.counts[term] ?? 0);
    out.int(lexicon.capitals[term] ?? 0);
    out.int(lexicon.smalls[term] ?? 0);
    out.int(lexicon.seenIn[term] ?? 0);
  }
}

/** A word mostly begins like its stem, so only the rest is written. */
function writeSurface(out: ByteWriter, key: string, surface: string): void {
  const stem = key.slice(stemStart(key));
  let shared = 0;
  while (shared < stem.length && stem[shared] === surface[shared]) shared++;
  out.int(shared);
  out.text(surface.slice(shared));
}

function stemStart(key: string): number {
  return key.indexOf(':') + 1;
}

function readLexicon(source: ByteReader): LexiconState {
  const codes = Array.from({ length: source.size() }, () => source.text());
  if (codes[0] !== '*' || codes.length > 256) throw new DamagedBytes('no languages');
  const articles = codes.map(() => source.int());
  const count = source.size();
  const keys: string[] = [];
  const surfaces: string[] = [];
  const languages = new Uint8Array(count);
  const counts = new Int32Array(count);
  const capitals = new Int32Array(count);
  const smalls = new Int32Array(count);
  const seenIn = new Int32Array(count);
  for (let term = 0; term < count; term++) {
    const key = source.text();
    keys.push(key);
    surfaces.push(key.slice(stemStart(key)).slice(0, source.size()) + source.text());
    languages[term] = source.size();
    counts[term] = source.int();
    capitals[term] = source.int();
    smalls[term] = source.int();
    seenIn[term] = source.int();
  }
  return { codes, articles, keys, surfaces, languages, counts, capitals, smalls, seenIn };
}

function writeArticle(out: ByteWriter, record: ArticleRecord): void {
  out.text(record.id);
  out.int(record.slot);
  out.text(record.outletId);
  out.float64(record.at);
  out.int(record.language);
  out.text(record.credit ?? '');
  out.ascending(record.terms);
  const probes = new Set(record.probes);
  for (const [at, term] of record.terms.entries()) {
    out.int(2 * toCount(record.weights[at] ?? 1) + (probes.has(term) ? 1 : 0));
  }
  out.ascending(record.signs);
  writeSketch(out, record.sketch);
  out.int(record.contentHash);
}

function readArticle(source: ByteReader, terms: number): ArticleRecord {
  const id = toArticleId(source.text());
  const slot = source.size();
  const outletId = source.text();
  const at = source.float64();
  const language = source.size();
  const credit = source.text() || null;
  const own = source.ascending();
  const weights = new Float32Array(own.length);
  const strong = new Int32Array(own.length);
  let strongCount = 0;
  for (let i = 0; i < own.length; i++) {
    const value = source.size();
    weights[i] = toWeight(value >> 1);
    if (value % 2 === 1) strong[strongCount++] = own[i] ?? 0;
  }
  const probes = strong.slice(0, strongCount);
  const signs = source.ascending();
  if (!areTerms(own, terms) || !areTerms(signs, terms)) throw new DamagedBytes('no such term');
  return {
    id,
    slot,
    outletId,
    at,
    language,
    credit,
    terms: own,
    weights,
    probes,
    signs,
    sketch: readSketch(source),
    contentHash: source.int(),
    cluster: NOWHERE,
    family: NOWHERE_FAMILY,
  };
}

/** Ascending, and all of them known. */
function areTerms(list: Int32Array, known: number): boolean {
  let last = -1;
  for (const term of list) {
    if (term <= last || term >= known) return false;
    last = term;
  }
  return true;
}

function writeSketch(out: ByteWriter, { opening, sample }: Sketch): void {
  out.text(opening.words);
  out.int(opening.titleLength);
  out.int(sample?.step ?? 0);
  if (sample) out.ascending(sample.hashes);
}

function readSketch(source: ByteReader): Sketch {
  const words = source.text();
  const titleLength = source.size();
  if (titleLength > words.length) throw new DamagedBytes('a title longer than all words');
  const step = source.size();
  return { opening: { words, titleLength }, sample: step === 0 ? null : { step, hashes: source.ascending() } };
}

function readStories(source: ByteReader, state: ClustererState, pick: () => ArticleRecord): void {
  const stories = source.size();
  for (let i = 0; i < stories; i++) {
    const story = openStory(state, toStoryId(source.text()));
    const clusters = source.size();
    for (let c = 0; c < clusters; c++) {
      state.nextClusterSlot = source.size();
      const cluster = createCluster(state, story, source.size());
      if (source.size() === 1) state.dirty.add(cluster);
      cluster.checkedSize = source.size();
      cluster.partedFrom = Array.from({ length: source.size() }, () => source.size());
      const members = source.size();
      for (let m = 0; m < members; m++) place(pick(), cluster);
      cluster.centroid = sumMembers(cluster.members);
    }
  }
}

function place(record: ArticleRecord, cluster: Cluster): void {
  record.cluster = cluster;
  cluster.members.push(record);
  if (Number.isNaN(record.at)) return;
  if (!(cluster.first <= record.at)) cluster.first = record.at;
  if (!(cluster.last >= endOf(record.at))) cluster.last = endOf(record.at);
}

function readFamilies(source: ByteReader, pick: () => ArticleRecord): void {
  const families = source.size();
  for (let i = 0; i < families; i++) {
    const original = source.size();
    const family: Family = { id: original === 0 ? toFamilyId(source.text()) : NOWHERE_FAMILY.id, members: [] };
    const members = source.size();
    for (let m = 0; m < members; m++) {
      const record = pick();
      record.family = family;
      family.members.push(record);
    }
    const named = family.members[original - 1];
    if (named) family.id = toFamilyId(named.id);
    else if (original > 0) throw new DamagedBytes('no such original');
  }
}

function readPairs(source: ByteReader): [string, string][] {
  return Array.from({ length: source.size() }, () => [source.text(), source.text()]);
}

function toArticleId(text: string): ArticleId {
  const parsed = ArticleId.safeParse(text);
  if (!parsed.success) throw new DamagedBytes('not an article id');
  return parsed.data;
}

function toStoryId(text: string): StoryId {
  const parsed = StoryId.safeParse(text);
  if (!parsed.success) throw new DamagedBytes('not a story id');
  return parsed.data;
}

function toFamilyId(text: string): FamilyId {
  const parsed = FamilyId.safeParse(text);
  if (!parsed.success) throw new DamagedBytes('not a family id');
  return parsed.data;
}
