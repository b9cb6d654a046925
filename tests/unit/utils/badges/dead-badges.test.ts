// What a page keeps of badges when the extension was renewed or switched off under it.
// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { openLayer } from '../../../../utils/badges/overlay/layer.ts';
import type { ShownBadge } from '../../../../utils/badges/overlay/shown-badge.ts';
import { watchPointedLinks } from '../../../../utils/badges/overlay/watch-pointed-links.ts';
import { until } from '../../../support/until.ts';

const hosts = () => document.querySelectorAll('parallax-badges');
const settle = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
  for (const host of hosts()) host.remove();
});

test('a layer that a page takes out comes back while somebody answers', async () => {
  const { host, close } = openLayer(() => true);
  host.remove();
  await until(() => expect(host.isConnected).toBe(true));
  close();
});

test('the layer of a renewed extension takes the place of the one before, for good', async () => {
  let isAlive = true;
  const before = openLayer(() => isAlive);
  isAlive = false;
  const after = openLayer(() => true);
  await settle();
  expect([...hosts()]).toEqual([after.host]);
  before.close();
  after.close();
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
