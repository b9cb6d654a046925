// What addresses alone say about their pages.
import { describe, expect, it } from 'vitest';
import { readUrlShape } from '../../../../utils/page/url-shape.ts';

const shape = (path: string) => readUrlShape(new URL(path, 'https://courier.test'));

describe('readUrlShape', () => {
  it.each(['/', '/index.html', '/en/', '/en-gb', '/?ref=top', '/international'])('%s is a front page', (path) => {
    expect(shape(path).isRoot).toBe(true);
  });

  it.each(['/politics', '/?p=1234', '/harbour-wall', '/index.php?id=12345'])('%s is not', (path) => {
    expect(shape(path).isRoot).toBe(false);
  });

  it.each([
    ['/2026/05/19/wall/', '2026-05-19'],
    ['/2026/may/19/wall', '2026-05-19'],
    ['/news/2026-05-19-wall', '2026-05-19'],
    ['/a/20260519-wall.html', '2026-05-19'],
    ['/2026/05/wall', '2026-05'],
    ['/a/20261919-wall.html', ''],
    ['/a/123456', ''],
  ])('%s has the date "%s"', (path, date) => {
    expect(shape(path).date).toBe(date);
  });

  it.each([
    ['/tag/harbour', 'section'],
    ['/category/politics/', 'section'],
    ['/?s=harbour', 'search'],
    ['/impressum/', 'legal'],
    ['/o-nas', 'legal'],
    ['/aviso-legal/', 'legal'],
    ['/docs/start', 'docs'],
    ['/hilfe/konto-eroeffnen', 'docs'],
    ['/support-us', 'legal'],
    ['/hc/en-us/articles/360012-how-to-cancel', 'docs'],
    ['/threads/wall.123/', 'forum'],
    ['/products/wall', 'product'],
    ['/login', 'stub'],
    ['/blog/how-to-build-a-wall', 'article'],
    ['/blog/', 'section'],
  ])('%s hints at %s', (path, kind) => {
    expect(shape(path).hint?.kind).toBe(kind);
  });

  it('finds the day in an article number that is made from the time', () => {
    expect(shape('/news/article/A2026012914320005196').date).toBe('2026-01-29');
    expect(shape('/news/article/A2026132914320005196').date).toBe('');
    expect(shape('/news/article/20260129').date).toBe('2026-01-29');
  });

  it('counts the words of a headline in any script', () => {
    expect(shape('/news/northport-votes-to-rebuild-wall-4711').slugWords).toBe(5);
    expect(shape('/news/新竹尖石美樹營地賞楓').slugWords).toBeGreaterThanOrEqual(4);
    expect(shape('/%E0%A4%A').slugWords).toBeLessThan(4);
  });
});
