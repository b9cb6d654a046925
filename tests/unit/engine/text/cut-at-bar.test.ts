// What is cut off a title after a bar, and that a title of nothing but bars takes no time.
import { expect, test } from 'vitest';
import { cutAtBar } from '../../../../engine/text/cut-at-bar.ts';

test.each([
  ['Two hurt in the Lund crash | The Westmark Post', 'Two hurt in the Lund crash'],
  ['Two hurt in the Lund crash | Local | The Westmark Post', 'Two hurt in the Lund crash'],
  ['市議会が橋の閉鎖を可決、住民は反対している模様 ｜ 西の新聞', '市議会が橋の閉鎖を可決、住民は反対している模様'],
  ['Short head | The Westmark Post', 'Short head | The Westmark Post'],
  ['Opinion | Why the harbour wall must go | The Westmark Post', 'Opinion | Why the harbour wall must go'],
  ['Two hurt in the Lund crash |The Westmark Post', 'Two hurt in the Lund crash |The Westmark Post'],
  [`Two hurt in the Lund crash | ${'long '.repeat(9)}`, `Two hurt in the Lund crash | ${'long '.repeat(9)}`],
  [`Two hurt | ${'long '.repeat(9)} | The Westmark Post`, `Two hurt | ${'long '.repeat(9).trim()}`],
  ['Two hurt in the Lund crash', 'Two hurt in the Lund crash'],
])('%s', (title, expected) => {
  expect(cutAtBar(title)).toBe(expected);
});

test('a title with many bars is scanned once, not once for every way to split it', () => {
  const title = `Minister resigns after vote${' | ab'.repeat(70)} | ${'x'.repeat(45)}`;
  expect(cutAtBar(title)).toBe(title); // a single regular expression would take far too long
});
