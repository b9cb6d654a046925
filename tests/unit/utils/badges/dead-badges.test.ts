// What remains of badges in a page after the extension was updated or disabled.
// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openLayer } from '../../../../utils/badges/overlay/layer.ts';
import type { ShownBadge } from '../../../../utils/badges/overlay/shown-badge.ts';
import { watchPointedLinks } from '../../../../utils/badges/overlay/watch-pointed-links.ts';
import { until } from '../../../support/until.ts';

const hosts = () => document.querySelectorAll('parallax-badges');
const settle = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
  vi.restoreAllMocks();
  for (const host of hosts()) host.remove();
});

test('a layer that a page removes is restored as long as the extension answers', async () => {
  const { host, close } = openLayer(() => true);
  host.remove();
  await until(() => expect(host.isConnected).toBe(true));
  close();
});

test('a layer that a page removes every minute is restored each time, and one that it always removes stays removed', async () => {
  const now = vi.spyOn(performance, 'now');
  const { host, close } = openLayer(() => true);
  const takeOut = async (atMs: number) => {
    now.mockReturnValue(atMs);
    host.remove();
    await settle();
    return host.isConnected;
  };
  for (let minute = 1; minute <= 10; minute++) expect(await takeOut(minute * 60_000)).toBe(true);
  for (let second = 1; second <= 4; second++) expect(await takeOut(600_000 + second * 1_000)).toBe(true);
  expect(await takeOut(605_000)).toBe(false);
  close();
});

test('the layer of an updated extension replaces the previous one for good', async () => {
  let isAlive = true;
  const before = openLayer(() => isAlive);
  isAlive = false;
  const after = openLayer(() => true);
  await settle();
  expect([...hosts()]).toEqual([after.host]);
  before.close();
  after.close();
});

test('a link counts as left half a second after the pointer left it, even if the pointer keeps moving over the page', () => {
  vi.useFakeTimers();
  const link = document.createElement('a');
  document.body.append(link);
  const badge = { link: { link, anchor: link }, element: document.createElement('button') } as unknown as ShownBadge;
  const onLeft = vi.fn();
  const parts = { badges: () => [badge], isAlive: () => true, onDead: () => {}, onPointed: () => {}, onLeft };
  const watch = watchPointedLinks(parts);
  const point = (at: Element) => at.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
  point(link);
  for (let moves = 1; moves <= 5; moves++) {
    point(document.body);
    vi.advanceTimersByTime(100);
  }
  expect(onLeft).toHaveBeenCalledExactlyOnceWith(badge);
  watch.close();
  vi.useRealTimers();
});

test.each([
  ['what is pointed at', 'pointerover'],
  ['a page that is shown again', 'visibilitychange'],
])('%s when nobody answers any more is nothing to prepare, but the end of all badges', (_, event) => {
  const link = document.createElement('a');
  document.body.append(link);
  const badge = { link: { link, anchor: link }, element: document.createElement('button') } as unknown as ShownBadge;
  let isAlive = true;
  const told: string[] = [];
  const watch = watchPointedLinks({
    badges: () => [badge],
    isAlive: () => isAlive,
    onDead: () => told.push('dead'),
    onPointed: () => told.push('pointed at'),
    onLeft: () => undefined,
  });
  link.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
  isAlive = false;
  document.body.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
  expect(told).toEqual(['pointed at', 'dead']);
  watch.close();
});
