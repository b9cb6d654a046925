// When a badge counts as pointed at: if a pointer moves onto it, not if the page moves it under the pointer.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { watchPointing } from '../../../../utils/badges/overlay/watch-pointing.ts';

function watch() {
  const element = document.createElement('button');
  const told: string[] = [];
  watchPointing({ element, onPoint: () => told.push('point'), onLeave: () => told.push('leave') });
  const send = (names: string, { pointerType = 'mouse', isTrusted = true, buttons = 0 } = {}) => {
    for (const name of names.split(' ')) {
      element.dispatchEvent(
        Object.defineProperty(new PointerEvent(name, { pointerType, buttons }), 'isTrusted', { value: isTrusted }),
      );
    }
  };
  return { element, told, send };
}

test('a badge that is scrolled under a resting pointer is not pointed at until the pointer moves', () => {
  const { told, send } = watch();
  send('pointerover pointerenter');
  expect(told).toEqual([]);
  send('pointermove pointermove pointerleave');
  expect(told).toEqual(['point', 'leave']);
});

test('a badge is pointed at anew each time that the pointer comes back', () => {
  const { told, send } = watch();
  send('pointerenter pointermove pointerleave pointerenter pointermove');
  expect(told).toEqual(['point', 'leave', 'point']);
});

test('a badge that its page moves away is no longer pointed at when the pointer moves', () => {
  const { element, told, send } = watch();
  send('pointerenter pointermove');
  element.style.transform = 'translate(0px, 60px)';
  send('pointerleave');
  expect(told).toEqual(['point']);
  window.dispatchEvent(new PointerEvent('pointermove'));
  window.dispatchEvent(new PointerEvent('pointermove'));
  expect(told).toEqual(['point', 'leave']);
});

test('a finger does not point', () => {
  const { told, send } = watch();
  send('pointerenter pointermove', { pointerType: 'touch' });
  expect(told).toEqual([]);
});

test('a pointer that selects text does not point until its button is let go', () => {
  const { told, send } = watch();
  send('pointerenter pointermove', { buttons: 1 });
  expect(told).toEqual([]);
  send('pointermove');
  expect(told).toEqual(['point']);
});

test('a page’s script does not point', () => {
  const { told, send } = watch();
  send('pointerenter pointermove', { isTrusted: false });
  expect(told).toEqual([]);
});
