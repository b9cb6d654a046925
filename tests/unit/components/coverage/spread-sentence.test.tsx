// The spread in words: the largest side first, counts instead of shares for few rated outlets, and a sentence for none.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SpreadSentence } from '../../../../components/coverage/SpreadSentence.tsx';
import type { Spread } from '../../../../engine/schema.ts';
import { draw, textOf } from '../draw.tsx';

function spread(left: number, center: number, right: number, unrated = 0): Spread {
  const steps = { 'far-left': 0, left, 'lean-left': 0, center, 'lean-right': 0, right, 'far-right': 0 };
  return { steps, left, center, right, rated: left + center + right, unrated };
}

const sentence = (shown: Spread, locale?: string) => textOf(draw(<SpreadSentence spread={shown} />, locale));

describe('SpreadSentence', () => {
  it.each([
    ['left leads', spread(7, 3, 2), '58% of 12 rated outlets lean left · center 25% · right 17%'],
    ['right leads', spread(1, 2, 5), '63% of 8 rated outlets lean right · center 25% · left 13%'],
    ['center leads', spread(0, 3, 1), '75% of 4 rated outlets are in the center · right 25% · left 0%'],
    [
      'of two equal sides none leads',
      spread(2, 0, 2),
      'No side leads among 4 rated outlets · left 50% · right 50% · center 0%',
    ],
    [
      'three are enough for shares',
      spread(1, 1, 1),
      'No side leads among 3 rated outlets · left 33% · center 33% · right 33%',
    ],
    ['a lead of one is a lead', spread(2, 1, 1), '50% of 4 rated outlets lean left · center 25% · right 25%'],
    ['two are not', spread(1, 0, 1, 4), '2 rated outlets, too few for percentages · left 1 · center 0 · right 1'],
    ['one is not', spread(0, 1, 0), '1 rated outlet, too few for percentages · left 0 · center 1 · right 0'],
    [
      'one of many is not none',
      spread(249, 0, 1),
      'Over 99% of 250 rated outlets lean left · right under 1% · center 0%',
    ],
    ['half a percent is rounded', spread(199, 0, 1), 'Over 99% of 200 rated outlets lean left · right 1% · center 0%'],
    ['less than that is not', spread(197, 0, 3), '99% of 200 rated outlets lean left · right 2% · center 0%'],
    ['all are all', spread(0, 0, 250), '100% of 250 rated outlets lean right · left 0% · center 0%'],
    ['none of several', spread(0, 0, 0, 4), 'None of the 4 outlets that cover this has a bias rating'],
    ['none of one', spread(0, 0, 0, 1), 'The outlet that covers this has no bias rating'],
  ])('%s', (_, shown, expected) => {
    expect(sentence(shown)).toBe(expected);
  });

  it.each([
    ['de', 'Über 99 % von 250 eingestuften Medien stehen links der Mitte · rechts unter 1 % · Mitte 0 %'],
    ['es', 'Más del 99 % de 250 medios valorados se inclina a la izquierda · derecha menos del 1 % · centro 0 %'],
    ['fr', 'Plus de 99 % des 250 médias évalués penchent à gauche · droite moins de 1 % · centre 0 %'],
  ])('does not round one outlet away in %s', (locale, expected) => {
    expect(sentence(spread(249, 0, 1), locale)).toBe(expected);
  });

  it('follows the locale in words and in the space before the percent sign', () => {
    expect(sentence(spread(7, 3, 2), 'de')).toBe(
      '58 % von 12 eingestuften Medien stehen links der Mitte · Mitte 25 % · rechts 17 %',
    );
    expect(sentence(spread(7, 3, 2), 'fr')).toBe(
      '58 % des 12 médias évalués penchent à gauche · centre 25 % · droite 17 %',
    );
  });
});
