// A foreign report that arrives when a story has grown still finds it: its own rare words do not outweigh shared names.
import { expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

const ENGLISH = [
  ['en-1', 'Court jails shipping magnate Arvid Kolstad for seven years'],
  ['en-2', 'Arvid Kolstad sentenced to seven years in Lund shipping trial'],
  ['en-3', 'Seven years for Kolstad: Lund court finds magnate hid millions'],
  ['en-4', 'Kolstad verdict: prosecutor Vester wins shipping case in Lund'],
] as const;

it('a German report that comes last joins the English story', () => {
  const clusterer = createStoryClusterer();
  const places = new Map<string, string>();
  const settle = () => {
    for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  };
  const english = ENGLISH.map(([id, title], index) =>
    article(id, title, {
      lead: 'Kolstad hid 47 million crowns, prosecutor Lena Vester told the court in Lund.',
      publishedAt: NOON + index * HOUR,
    }),
  );
  for (const one of [...STREAM, ...english]) {
    places.set(one.id, clusterer.add(one).storyId);
    settle();
  }
  const german = article(
    'de-1',
    'Reeder Arvid Kolstad muss sieben Jahre ins Gefängnis: Landgericht sieht Steuerhinterziehung',
    {
      lang: 'de',
      lead: 'Der Reeder verschwieg Einkünfte, Beteiligungen, Konten, Immobilien und Jachten im Wert von 47 Millionen Kronen, sagte Anklägerin Lena Vester in Lund.',
      publishedAt: NOON + 5 * HOUR,
    },
  );
  places.set(german.id, clusterer.add(german).storyId);
  settle();
  expect(places.get('de-1')).toBe(places.get('en-1'));
});

it.each<[string, string, boolean, string?]>([
  ['China: 47 missing after landslide', 'China: 47 Vermisste nach Erdrutsch', true],
  ['47 children ill after lunch', 'Chile: 47 Erkrankte nach Mittagessen', false],
  ['Chile: 47 ill after lunch', 'Chile: 47 Erkrankte nach Mittagessen', true],
  ['Peru: 47 missing after landslide', 'Chile: 47 Vermisste nach Erdrutsch', false],
  ['Niger: 47 missing after coup', 'Nigeria: 47 Vermisste nach Putsch', false],
  ['Germany: 47 missing after landslide', '47 נעדרים במפולת בגרמניה', true, 'he'],
  ['Germany: 47 missing after landslide', '47 مفقودا بألمانيا', true, 'ar'],
  ['US: 47 missing after landslide', '47 مفقودا في أمريكا', true, 'ar'],
  ['Japan: 47 missing after landslide', '일본으로 향하던 47명 실종', true, 'ko'],
  ['Germany gets a new government', 'Ва ўрадзе Германіі змены', true, 'be'],
])('%s and %s: one story is %s', (english, foreign, isOne, lang = 'de') => {
  const clusterer = createStoryClusterer();
  for (const one of STREAM) clusterer.add(one);
  const places = new Map(
    [article('en', english), article('foreign', foreign, { lang })].map((one) => [one.id, clusterer.add(one).storyId]),
  );
  for (const { articleId, storyId } of clusterer.maintain().moves) places.set(articleId, storyId);
  expect(new Set(places.values()).size).toBe(isOne ? 1 : 2);
});
