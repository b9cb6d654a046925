// Only the tokens that were issued are accepted.
import { expect, it } from 'vitest';
import { createTokenCheck } from '../../../../server/http/bearer-token.ts';

const check = createTokenCheck(['first-token-of-two', 'second-token-of-two']);

it.each([
  ['Bearer first-token-of-two', true],
  ['bearer  second-token-of-two ', true],
  ['Bearer first-token-of-tw', false],
  ['Bearer first-token-of-two more', false],
  ['Basic first-token-of-two', false],
  ['first-token-of-two', false],
  ['Bearer ', false],
  [undefined, false],
])('%s: %s', (authorization, expected) => {
  expect(check(authorization)).toBe(expected);
});

it('accepts nobody if no token was issued', () => {
  expect(createTokenCheck([])('Bearer ')).toBe(false);
  expect(createTokenCheck([])('Bearer anything')).toBe(false);
});
