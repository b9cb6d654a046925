// Kickers at the beginning of headings: removed if a headline is left that is also declared without the kicker.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { withoutKickers } from '../../../../utils/page/kickers.ts';

it.each<[string, string, boolean]>([
  ['15 characters', 'Harbour is open', true],
  ['14 characters', 'Harbour opened', false],
  ['6 wide characters, which weigh 15', '港口今日开放', true],
  ['5 wide characters, which weigh 12.5', '港口已开放', false],
])('what is left has %s', (_, bare, isParted) => {
  const heading = {
    element: document.createElement('h1'),
    text: `Politics ${bare}`,
    isTitle: true,
    kicker: 'Politics',
  };
  const expected = isParted ? { ...heading, text: bare } : { ...heading, kicker: '' };
  expect(withoutKickers([heading], [bare])).toEqual([expected]);
});
