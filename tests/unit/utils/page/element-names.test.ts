// Elements by class and id: found in document order and counted, with one walk over the document.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createElementNames } from '../../../../utils/page/element-names.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('createElementNames', () => {
  const document = parse(
    '<div class="b price">1</div><p class="a">2</p><div class="b price">3</div><p id="post_message_7">4</p><p>5</p>',
  );

  it('finds names in classes and ids', () => {
    const names = createElementNames(document);
    expect(names.count(/price/)).toBe(2);
    expect(names.count(/#post_message_/)).toBe(1);
    expect(names.count(/#a/)).toBe(0);
    expect(names.count(/nothing/)).toBe(0);
  });

  it('keeps the order of the document over elements of different names', () => {
    const found = createElementNames(document).find(/^[ab]/, 10);
    expect(found.map(({ textContent }) => textContent)).toEqual(['1', '2', '3']);
    expect(createElementNames(document).find(/^[ab]/, 2)).toHaveLength(2);
  });

  it('takes what the document was when it was first asked', () => {
    const other = parse('<p class="a">1</p>');
    const names = createElementNames(other);
    expect(names.count(/a/)).toBe(1);
    other.body.append(other.createElement('i'));
    expect(names.count(/a/)).toBe(1);
  });
});
