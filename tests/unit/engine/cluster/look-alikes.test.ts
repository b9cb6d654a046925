// Similar events stay apart, and one event in several languages comes together. All articles are invented.
import { describe, expect, it } from 'vitest';
import { createStoryClusterer } from '../../../../engine/cluster/story-clusterer.ts';
import { ArticleId, OutletId, type StoryId, UNKNOWN_OUTLET } from '../../../../engine/ids.ts';
import type { ClusterArticle } from '../../../../engine/ports.ts';
import { article, HOUR, NOON, STREAM } from './invented-articles.ts';

function storiesOf(articles: readonly ClusterArticle[]): Map<string, StoryId> {
  const clusterer = createStoryClusterer();
  const stories = new Map<string, StoryId>();
  for (const one of articles) stories.set(one.id, clusterer.add(one).storyId);
  for (const { articleId, storyId } of clusterer.maintain().moves) stories.set(articleId, storyId);
  return stories;
}

describe('look-alikes', () => {
  it.each([
    [
      'weather of other days',
      article('a', 'Weather in Westmark: rain until evening, 9 degrees', { publishedAt: NOON }),
      article('b', 'Weather in Westmark: sun after fog, 14 degrees', { publishedAt: NOON + 96 * HOUR }),
    ],
    [
      'a column of the week',
      article('a', 'Letters from Lund: on gardens', { publishedAt: NOON }),
      article('b', 'Letters from Lund: on trains', { publishedAt: NOON + 168 * HOUR }),
    ],
    [
      'one outlet, named in its titles',
      article('a', 'Council votes on harbour crane | The Kestrel Gazette'),
      article('b', 'Striker injured in training match | The Kestrel Gazette'),
    ],
    [
      'one shared name',
      article('a', 'Halvorsen opens museum in Westmark'),
      article('b', 'Striker Halvorsen injured in training'),
    ],
  ])('%s are two stories', (_, one, other) => {
    const stories = storiesOf([...STREAM, one, other]);
    expect(stories.get(one.id)).not.toBe(stories.get(other.id));
  });
});

describe('installments', () => {
  const GULL = OutletId.parse('the-gull');
  const KESTREL = OutletId.parse('the-kestrel');

  /** Two outlets over five days. */
  const installments = (id: string, titleOf: (day: number) => string, leadOf: (day: number) => string) =>
    [0, 1, 2, 3, 4].flatMap((day) =>
      [GULL, KESTREL].map((outletId) =>
        article(`${id}-${day}-${outletId}`, titleOf(day), {
          outletId,
          lead: `${outletId}: ${leadOf(day)}`,
          publishedAt: NOON + 24 * HOUR * day,
        }),
      ),
    );
  const dayOf = (day: number) => `${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'][day]}, ${day + 2} March`;

  it.each([
    [
      'horoscopes',
      installments(
        'stars',
        (day) => `Horoscope for ${dayOf(day)}`,
        (day) => `What the stars say on ${dayOf(day)}: Aries, Taurus, Gemini, Cancer.`,
      ),
    ],
    [
      'reports of a market',
      installments(
        'market',
        (day) => `Westmark index gains 0.${day + 2} percent at the close`,
        (day) => `The Westmark index gained 0.${day + 2} percent on ${dayOf(day)}.`,
      ),
    ],
    [
      'days of a live page',
      installments(
        'live',
        (day) => `Northland war live: day ${day + 400}`,
        (day) => `All updates on the Northland war on ${dayOf(day)}.`,
      ),
    ],
  ])('%s are a story each, of all who have them', (_, articles) => {
    const stories = storiesOf([...STREAM, ...articles]);
    const days = articles.filter(({ outletId }) => outletId === GULL).map(({ id }) => stories.get(id));
    const others = articles.filter(({ outletId }) => outletId === KESTREL).map(({ id }) => stories.get(id));
    expect(new Set(days).size).toBe(5);
    expect(others).toEqual(days);
  });

  const FIRST = article('first', 'Orlen dam: 4,000 leave homes above Westmark', {
    outletId: GULL,
    lead: 'Engineers found a crack in the Orlen dam above Westmark early on Monday.',
  });
  const later = (hours: number, more: Partial<ClusterArticle> = {}) =>
    article('later', 'Orlen dam: 5,000 leave homes above Westmark', {
      outletId: GULL,
      lead: 'More left their homes above Westmark for a crack in the Orlen dam that engineers had found.',
      publishedAt: NOON + hours * HOUR,
      ...more,
    });

  it.each([
    ['a day later', later(24), false],
    ['the same evening', later(8), true],
    ['a day later, by another outlet', later(24, { outletId: KESTREL }), true],
    ['a day later, where no outlet is known', later(24, { outletId: UNKNOWN_OUTLET }), true],
  ])('a headline that comes again, changed: %s', (_, second, isOne) => {
    const first = second.outletId === UNKNOWN_OUTLET ? { ...FIRST, outletId: UNKNOWN_OUTLET } : FIRST;
    const stories = storiesOf([...STREAM, first, second]);
    expect(stories.get(second.id) === stories.get(first.id)).toBe(isOne);
  });

  it('a text that is printed once more is a copy, and no installment', () => {
    const again = { ...FIRST, id: ArticleId.parse('again'), publishedAt: NOON + 24 * HOUR };
    const stories = storiesOf([...STREAM, FIRST, again]);
    expect(stories.get(again.id)).toBe(stories.get(FIRST.id));
  });
});

describe('languages', () => {
  const EN = article('en', 'Court jails shipping magnate Arvid Kolstad for seven years', {
    lead: 'Kolstad hid 47 million crowns, prosecutor Lena Vester told the court in Lund.',
  });

  it.each([
    article('de', 'Reeder Arvid Kolstad zu sieben Jahren Haft verurteilt', {
      lang: 'de',
      lead: 'Kolstad verschwieg 47 Millionen, sagte Anklägerin Lena Vester in Lund.',
    }),
    article('ru', 'Судовладелец Арвид Колстад приговорён к семи годам', {
      lang: 'ru',
      lead: 'Колстад скрыл 47 миллионов, сказала в Лунде обвинитель Лена Вестер.',
    }),
    article('es', 'Condenan al naviero Arvid Kolstad a siete años', {
      lang: 'es',
      lead: 'Kolstad ocultó 47 millones, dijo en Lund la fiscal Lena Vester.',
    }),
  ])('$lang meets English in one story', (foreign) => {
    const stories = storiesOf([...STREAM, EN, foreign]);
    expect(stories.get(foreign.id)).toBe(stories.get(EN.id));
  });

  it('leaves another event of the same country apart', () => {
    const foreign = article('fr', 'Lund : une foire aux livres ouvre ses portes', {
      lang: 'fr',
      lead: 'La foire attend 9 000 visiteurs.',
    });
    const stories = storiesOf([...STREAM, EN, foreign]);
    expect(stories.get(foreign.id)).not.toBe(stories.get(EN.id));
  });
});

describe('redirects', () => {
  it('lead from a merged story to the one that holds its articles', () => {
    const clusterer = createStoryClusterer();
    const placed = new Map<ArticleId, StoryId>();
    const titles = [
      'Orlen dam crack grows',
      'Westmark evacuation ends',
      'Orlen dam: Westmark evacuation as crack grows',
      'Crack in Orlen dam, evacuation of Westmark',
    ];
    for (const [index, title] of titles.entries()) {
      const one = article(`dam-${index}`, title);
      placed.set(one.id, clusterer.add(one).storyId);
    }
    const { moves, redirects } = clusterer.maintain();
    for (const { articleId, storyId } of moves) placed.set(articleId, storyId);
    const living = new Set(placed.values());
    for (const { from, to } of redirects) {
      expect(living.has(from)).toBe(false);
      expect(living.has(to)).toBe(true);
    }
    expect(living.size).toBe(1);
  });

  it('carry a separation along', () => {
    const clusterer = createStoryClusterer();
    const one = article('one', 'Orlen dam crack grows above Westmark');
    const two = article('two', 'Orlen dam crack: Westmark waits');
    const first = clusterer.add(one);
    clusterer.separate({ articleId: two.id, storyId: first.storyId });
    const second = clusterer.add(two);
    expect(second.storyId).not.toBe(first.storyId);
    for (let pass = 0; pass < 3; pass++) clusterer.maintain();
    expect(clusterer.add(article('two', 'Orlen dam crack: Westmark waits still')).storyId).not.toBe(first.storyId);
  });
});
