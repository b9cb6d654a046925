// When badges are placed again: after pointer and keyboard input, and at intervals while the page's scripts change it.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { watchRest } from '../../../../utils/badges/overlay/watch-rest.ts';

const onRest = vi.fn();
let watch: { close(): void };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  document.body.innerHTML = '<main></main>';
  watch = watchRest(onRest);
});
afterEach(() => {
  watch.close();
  vi.useRealTimers();
  onRest.mockReset();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const point = () => window.dispatchEvent(new Event('pointerover'));
const main = () => document.querySelector('main');

it('once the pointer has come to rest, however long it moved', async () => {
  for (let i = 0; i < 20; i++) {
    point();
    await pass(100);
  }
  expect(onRest).not.toHaveBeenCalled();
  await pass(400);
  expect(onRest).toHaveBeenCalledTimes(1);
});

it.each([
  ['shows a part by its class', () => main()?.classList.add('shown')],
  ['shows a part by its style', () => main()?.style.setProperty('opacity', '1')],
  ['takes a style sheet away', () => main()?.remove()],
])('a second after a script %s', async (_, change) => {
  change();
  await pass(900);
  expect(onRest).not.toHaveBeenCalled();
  await pass(200);
  expect(onRest).toHaveBeenCalledTimes(1);
});

it('a second after another change, too', async () => {
  for (const name of ['shown', 'more']) {
    main()?.classList.add(name);
    await pass(1_100);
  }
  point();
  await pass(500);
  main()?.classList.add('last');
  await pass(1_100);
  expect(onRest).toHaveBeenCalledTimes(4);
});

it('on a page that never rests, once a second and no more often', async () => {
  for (let i = 0; i < 100; i++) {
    main()?.classList.toggle('on');
    await pass(100);
  }
  expect(onRest.mock.calls.length).toBeGreaterThanOrEqual(8);
  expect(onRest.mock.calls.length).toBeLessThanOrEqual(10);
});

it('a second after a change by a script, even if the page moves content under the pointer', async () => {
  main()?.classList.add('shown');
  for (let i = 0; i < 11; i++) {
    point();
    await pass(100);
  }
  expect(onRest).toHaveBeenCalledTimes(1);
});

it('not in a hidden tab, but once it is shown again', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  onTestFinished(() => visibility.mockRestore());
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  for (let i = 0; i < 30; i++) {
    main()?.classList.toggle('on');
    await pass(100);
  }
  expect(onRest).not.toHaveBeenCalled();
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await pass(500);
  expect(onRest).toHaveBeenCalledTimes(1);
  main()?.classList.toggle('on');
  await pass(1_100);
  expect(onRest).toHaveBeenCalledTimes(2);
});

it('never after it was stopped', async () => {
  main()?.classList.add('shown');
  await pass(100);
  watch.close();
  main()?.classList.add('more');
  point();
  await pass(5_000);
  expect(onRest).not.toHaveBeenCalled();
});
