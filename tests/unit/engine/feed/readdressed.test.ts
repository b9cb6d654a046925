// Feeds whose addresses change with each answer: no article is added twice, and none is lost.
import { describe, expect, it } from 'vitest';
import { addListed, recognizeListed } from '../../../../engine/feed/readdressed.ts';
import type { Article } from '../../../../engine/schema.ts';
import { LISTED_AT, listed } from '../../../support/listed-article.ts';

/** The new articles in each of a feed's answers. */
function read(...answers: readonly (readonly Article[])[]): string[][] {
  let before: Parameters<typeof recognizeListed>[1];
  return answers.map((answer) => {
    const reading = recognizeListed(answer, before);
    before = reading.listed;
    return reading.articles.map(({ url }) => new URL(url).pathname.slice(1));
  });
}

describe('an article under another address with each answer', () => {
  it('is taken in once, however often the feed is asked', () => {
    expect(read([listed('a-81')], [listed('a-82')], [listed('a-83')], [listed('a-84')])).toEqual([
      ['a-81'],
      [],
      [],
      [],
    ]);
  });

  it('is known after an answer that lists nothing, too', () => {
    expect(read([listed('a-81')], [], [listed('a-82')])).toEqual([['a-81'], [], []]);
  });

  it('is known under its first address, too', () => {
    expect(read([listed('a-81')], [listed('a-82')], [listed('a-81')])).toEqual([['a-81'], [], ['a-81']]);
  });

  it('is recognized by its lead where it has no time', () => {
    const undated = (path: string, lead: string) => listed(path, { publishedAt: null, lead });
    expect(read([undated('a-81', 'It may fall.')], [undated('a-82', 'It may fall.')])).toEqual([['a-81'], []]);
    expect(read([undated('a-81', 'It may fall.')], [undated('a-82', 'It fell.')])).toEqual([['a-81'], ['a-82']]);
  });
});

describe('another article', () => {
  it.each<[string, readonly Article[], readonly Article[]]>([
    ['has another time', [listed('one')], [listed('two', { publishedAt: LISTED_AT + 86_400_000 })]],
    ['has another headline', [listed('one')], [listed('two', { title: 'Bridge open' })]],
    ['is listed beside the one before', [listed('one')], [listed('one'), listed('two')]],
    ['is left of two of one name and time', [listed('one'), listed('two')], [listed('two')]],
    ['has nothing but its address', [listed('one', { publishedAt: null })], [listed('two', { publishedAt: null })]],
  ])('%s', (_, first, second) => {
    expect(read(first, second)[1]).toContain('two');
  });

  it('is each of two articles with the same title and time in one answer', () => {
    expect(read([listed('one'), listed('two')])).toEqual([['one', 'two']]);
  });
});

it('at most 500 articles of a feed are remembered', () => {
  const many = Array.from({ length: 600 }, (_, n) => listed(`a-${n}`, { title: `Bridge ${n} closed` }));
  expect(recognizeListed(many).listed).toHaveLength(500);
});

describe('what a push lists', () => {
  const entriesOf = (...paths: readonly string[]) =>
    recognizeListed(paths.map((path) => listed(path, { title: path }))).listed;

  it('is remembered beside what was listed before, and each article once', () => {
    expect(addListed(entriesOf('one', 'two'), entriesOf('three', 'two'))).toEqual(entriesOf('three', 'two', 'one'));
  });

  it('displaces the oldest entries where there are too many', () => {
    const many = entriesOf(...Array.from({ length: 500 }, (_, n) => `a-${n}`));
    const added = addListed(many, entriesOf('new'));
    expect(added).toEqual([...entriesOf('new'), ...many.slice(0, 499)]);
  });
});
