// Matching a page leaves nothing in the clusterer: not its words, their spelling or its language.
import { describe, expect, it } from 'vitest';
import { createSampleReader } from '../../../../engine/cluster/match-among.ts';
import { createStoryClusterer, openStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { StoryId } from '../../../../engine/ids.ts';
import type { ArticleProbe, StoryClusterer } from '../../../../engine/ports.ts';
import { createRandom } from '../../../../scripts/bench/invented-stream.ts';
import { createTurbulence } from '../../../support/turbulence.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

const PAGES: readonly (readonly [string, ArticleProbe])[] = [
  ['with words that no article has', article('page', 'Velgost harbour strike ends in Drumlow')],
  [
    'that writes known words in another way',
    article('page', 'Residents flee below a cracked dam', {
      lead: 'The Crack in the orlen Dam above westmark grows, said the Engineers of Thursday.',
    }),
  ],
  ['in a language that no article has', article('page', 'Staumauer über Westmark bekommt Risse', { lang: 'de' })],
  [
    'that only signs are looked at of',
    article('page', '4.000 Menschen fliehen vor Westmarks Staumauer', { lang: 'de' }),
  ],
  ['without words', article('page', '')],
];

/** Contains words that have been dropped, so that their ids are free for reuse. */
function fill(clusterer: StoryClusterer): void {
  for (const one of STREAM) clusterer.add(one);
  const gone = article('gone', 'Brantil glacier retreats near Oskar faster than Halmstad thought');
  clusterer.add(gone);
  clusterer.remove(gone.id);
  clusterer.snapshot();
}

function goOn(clusterer: StoryClusterer) {
  const next = article('next', 'Drumlow votes on a strike of harbour pilots', { lead: 'Lund waits, Velgost hopes.' });
  const foreign = article('foreign', 'Risse in der Staumauer Orlen bei Westmark', { lang: 'fr' });
  return [clusterer.add(next), clusterer.add(foreign), clusterer.maintain()];
}

describe.each(PAGES)('a page %s', (_, page) => {
  it('leaves no trace in what is stored', () => {
    const [asked, unasked] = [createStoryClusterer(), createStoryClusterer()];
    for (const clusterer of [asked, unasked]) fill(clusterer);
    for (let time = 0; time < 3; time++) asked.match(page);
    expect(goOn(asked)).toEqual(goOn(unasked));
    expect(asked.snapshot()).toEqual(unasked.snapshot());
  });

  it('is answered alike each time, also after a restart', () => {
    const clusterer = createStoryClusterer();
    fill(clusterer);
    const answer = clusterer.match(page);
    expect(clusterer.match(page)).toEqual(answer);
    expect(openStoryClusterer(clusterer.snapshot())?.match(page)).toEqual(answer);
  });
});

it('pages that are matched between articles do not change where later articles go', () => {
  const headlines = createTurbulence(createRandom(4)); // a stream with close decisions
  const [asked, unasked] = [createStoryClusterer(), createStoryClusterer()];
  const languages = ['en', 'en', 'fr', 'de'];
  for (let round = 0; round < 20; round++) {
    const at = round % languages.length;
    const lang = languages[at] ?? '';
    for (const { title, path, publishedAt } of headlines(`${at}.test`, NOON + round * HOUR)) {
      const one = article(`${at}-${path}`, title, { lang, publishedAt: publishedAt ?? null });
      expect(asked.add(one)).toEqual(unasked.add(one));
      asked.match({ ...one, url: 'https://page.test/' });
    }
    expect(asked.maintain()).toEqual(unasked.maintain());
  }
});

it('names that only the page contains do not prevent naming those it shares', () => {
  const clusterer = createStoryClusterer();
  fill(clusterer);
  const page = article('page', 'Brookvale residents flee below cracked Orlen dam above Westmark');
  const match = clusterer.match(page);
  expect(match?.storyId).toBe('s-dam-1');
  expect(JSON.stringify(match?.reasons)).toContain('Westmark');
  expect(JSON.stringify(match?.reasons)).not.toContain('Brookvale');
});

it('a page that is matched among candidates adds no words to the index sample', () => {
  const reader = createSampleReader();
  for (const one of STREAM) reader.read(one);
  const matcher = reader.finish(STREAM.length);
  const unknown = matcher.rarityOf('en:velgost');
  const candidates = STREAM.map((one) => ({ storyId: StoryId.parse(`s-${one.id.replace(/\d/, '')}`), article: one }));
  const page = article('page', 'Velgost: residents flee below cracked Orlen dam above Westmark');
  const answer = matcher.match(page, candidates);
  expect(answer?.storyId).toBe('s-dam-');
  expect(matcher.match(page, candidates)).toEqual(answer);
  // No article has its language, so it matches the story by language-independent features and not by words.
  const foreign = matcher.match({ ...page, lang: 'de' }, candidates);
  expect(foreign?.reasons.map(({ kind }) => kind)).toEqual(['names', 'translations', 'time']);
  expect(matcher.rarityOf('en:velgost')).toBe(unknown);
});
