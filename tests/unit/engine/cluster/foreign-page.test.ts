// A page in a language without any report finds its story by names, places, numbers and translated words.
import { expect, it } from 'vitest';
import { FOREIGN_CONFIDENCE } from '../../../../engine/cluster/confidence.ts';
import { createSampleReader } from '../../../../engine/cluster/match-among.ts';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { StoryId, toArticleId } from '../../../../engine/ids.ts';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

const CHILE = [
  article('quake-1', 'Chile: 47 missing after earthquake in Talquera', {
    lead: 'Governor Nadia Ferretti asked for help.',
  }),
  article('quake-2', 'Rescuers look for 47 after Chile earthquake', {
    lead: 'Talquera lies in ruins, said Nadia Ferretti.',
  }),
];

function clustererOf(articles: readonly ClusterArticle[]) {
  const clusterer = createStoryClusterer();
  for (const one of [...STREAM, ...articles]) clusterer.add(one);
  clusterer.maintain();
  const storyOf = (id: string) => clusterer.add(articles.find((one) => one.id === id) ?? article(id, '')).storyId;
  return { clusterer, storyOf };
}

const page = (title: string, lang: string, lead = '') =>
  article('page', title, { lang, lead, publishedAt: NOON + HOUR });

it.each([
  ['be', 'Землятрус у Чылі: 47 зніклых у Тальквера', 'Губернатар Надзея Ферэці просіць дапамогі.'],
  ['zh', '智利地震造成47人失踪', '塔尔克拉省长费雷蒂请求援助。'],
  ['he', 'רעידת אדמה בצ׳ילה: 47 נעדרים', ''],
])('%s: %s', (lang, title, lead) => {
  const { clusterer, storyOf } = clustererOf(CHILE);
  const match = clusterer.match(page(title, lang, lead));
  expect(match?.storyId).toBe(storyOf('quake-1'));
  expect(match?.confidence).toBe(FOREIGN_CONFIDENCE);
  expect(match?.reasons).toContainEqual({ kind: 'numbers', numbers: ['47'] });
});

it('says why in the words of the page', () => {
  const { clusterer } = clustererOf(CHILE);
  expect(clusterer.match(page('Erdbeben in Chile: 47 Vermisste in Talquera', 'de'))?.reasons).toEqual([
    { kind: 'names', names: ['Chile', 'Talquera'] },
    { kind: 'numbers', numbers: ['47'] },
    { kind: 'translations', words: ['Vermisste', 'Erdbeben'] },
    { kind: 'time', hoursApart: 1 },
  ]);
});

it('a report in the language of the page goes first', () => {
  const german = article('german', 'Nach dem Beben sucht Talquera nach Vermissten unter Trümmern', { lang: 'de' });
  const { clusterer } = clustererOf([...CHILE, german]);
  const match = clusterer.match(page('Talquera sucht nach dem Beben unter Trümmern nach Vermissten', 'de'));
  expect(match?.reasons.map(({ kind }) => kind)).toContain('words');
});

it.each([
  ['another country', 'Erdbeben in Peru: 47 Vermisste'],
  ['one country alone', 'Chile trauert'],
  ['days later', 'Erdbeben in Chile: 47 Vermisste in Talquera'],
])('%s is no match: %s', (what, title) => {
  const { clusterer } = clustererOf(CHILE);
  const publishedAt = what === 'days later' ? NOON + 90 * HOUR : NOON + HOUR;
  expect(clusterer.match({ ...page(title, 'de'), publishedAt })).toBeNull();
});

it('is not matched with a story that it was told apart from', () => {
  const { clusterer } = clustererOf(CHILE);
  const probe = page('Erdbeben in Chile: 47 Vermisste in Talquera', 'de');
  const match = clusterer.match(probe);
  if (match === null) throw new Error('no match to take away');
  const separation = { articleId: toArticleId(probe.url), storyId: match.storyId };
  clusterer.separate(separation);
  expect(clusterer.match(probe)).toBeNull();
  clusterer.unseparate(separation);
  expect(clusterer.match(probe)).toEqual(match);
});

it('is found among candidates that a host has looked up, too', () => {
  const reader = createSampleReader();
  for (const one of [...STREAM, ...CHILE]) reader.read(one);
  const matcher = reader.finish(STREAM.length + CHILE.length);
  const candidates = CHILE.map((one) => ({ storyId: StoryId.parse('s-quake'), article: one }));
  const probe = page('Землятрус у Чылі: 47 зніклых у Тальквера', 'be');
  expect(matcher.signsOf(probe)).toEqual(expect.arrayContaining(['^CL', '@47', '=missing']));
  expect(matcher.match(probe, candidates)).toMatchObject({ storyId: 's-quake', confidence: FOREIGN_CONFIDENCE });
  expect(matcher.match({ ...probe, title: 'Землятрус у Перу: 47 зніклых' }, candidates)).toBeNull();
});
