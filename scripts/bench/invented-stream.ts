// An endless, reproducible stream of invented articles with the word statistics of news, for measuring speed and memory.
import { ArticleId, OutletId } from '../../engine/ids.ts';
import type { ClusterArticle } from '../../engine/ports.ts';

const VOCABULARY = 40_000;
const ARTICLES_A_DAY = 12_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const SYLLABLES = 'ba co du fe gi ho ja ke li mo nu pa ra se ti vo wu xa ye zo tra ple sto gri'.split(' ');

export type InventedStory = { readonly words: readonly string[] };

/** Stories begin and end; half of all articles are about one of the forty newest. */
export function* inventStream(options: { readonly leadWords: number }): Generator<ClusterArticle> {
  const random = createRandom(1);
  const open: InventedStory[] = [];
  for (let n = 0; ; n++) {
    if (random() < 0.3 || open.length === 0) open.push(inventStory(random));
    if (open.length > 400) open.shift();
    const recent = Math.min(open.length, random() < 0.5 ? 40 : 400);
    const story = open[open.length - 1 - Math.floor(random() * recent)] ?? inventStory(random);
    const publishedAt = START + Math.floor((n / ARTICLES_A_DAY) * DAY_MS);
    yield {
      id: ArticleId.parse(`invented-${n}`),
      url: `https://outlet-${n % 500}.test/${n}`,
      outletId: OutletId.parse(`host:outlet-${n % 500}.test`),
      title: sentence(story, { length: 10, ownShare: 0.55, random }),
      lead: sentence(story, { length: options.leadWords, ownShare: 0.25, random }),
      lang: 'en',
      kind: 'report',
      publishedAt,
      firstSeenAt: publishedAt,
      credit: null,
    };
  }
}

export function inventStory(random: () => number): InventedStory {
  const words = Array.from({ length: 14 }, (_, i) => {
    const word = toWord(Math.floor(random() * VOCABULARY));
    return i < 4 ? capitalize(word) : word; // like names
  });
  return { words };
}

type Wording = { readonly length: number; readonly ownShare: number; readonly random: () => number };

/** `length` words, of which the share `ownShare` are the story's own. */
export function sentence(story: InventedStory, { length, ownShare, random }: Wording): string {
  const words = Array.from({ length }, () => {
    if (random() < ownShare) return story.words[Math.floor(random() ** 1.5 * story.words.length)] ?? '';
    return toWord(Math.floor(VOCABULARY ** random()));
  });
  return words.join(' ');
}

function toWord(rank: number): string {
  let word = '';
  for (let rest = rank + 30; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word;
}

const capitalize = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Mulberry32: the same numbers on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
