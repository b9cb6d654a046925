// Targets of a page's links: pages below its address suggest a section, links that share it an article.
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readLinkTargets } from '../../../../utils/page/link-targets.ts';

const PAGE = 'https://courier.test/trails/';

function targetsOf(hrefs: readonly string[], page = PAGE) {
  const html = hrefs.map((href) => `<a href="${href}">link</a>`).join('');
  return readLinkTargets(new DOMParser().parseFromString(html, 'text/html'), new URL(page));
}

describe('pages below the page', () => {
  it('are counted once, however they are written', () => {
    const same = [
      '/trails/wolf-creek',
      '/trails/wolf-creek/',
      '//courier.test/trails/wolf-creek',
      'http://courier.test/trails/wolf-creek?from=list#map',
    ];
    expect(targetsOf([...same, '/trails/elk-run']).below).toBe(2);
  });

  it.each([
    ['the page itself', '/trails/?page=2'],
    ['another folder', '/news/wolf-creek'],
    ['a longer name', '/trails-and-tracks/wolf-creek'],
    ['another site', 'https://other.test/trails/wolf-creek'],
  ])('do not include %s', (_, href) => {
    expect(targetsOf([href]).below).toBe(0);
  });

  it('are not counted on a front page, below which everything lies', () => {
    expect(targetsOf(['/news/wolf-creek'], 'https://courier.test/').below).toBe(0);
  });
});

describe('links that share the page', () => {
  it.each([
    'https://www.facebook.com/sharer/sharer.php?u=x',
    'https://twitter.com/intent/tweet?url=x',
    'https://www.linkedin.com/shareArticle?url=x',
    'https://pinterest.com/pin/create/button/?url=x',
    'https://wa.me/?text=x',
    'mailto:?subject=x',
  ])('%s', (href) => {
    expect(targetsOf([href]).sharing).toBe(1);
  });

  it.each(['/share-prices/today', 'https://courier.test/share-prices', 'mailto:ada@courier.test'])('not %s', (href) => {
    expect(targetsOf([href]).sharing).toBe(0);
  });
});
