// When the popup closes by itself: after a link opened a tab in front of it, but not if it is open in a tab.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeAfterLink } from '../../../../entrypoints/popup/close-after-link.ts';
import { browser } from '../../../../utils/browser.ts';

const close = vi.fn();
let isPopup = true;
let openTab: () => void;
closeAfterLink();

beforeEach(() => {
  isPopup = true;
  close.mockClear();
  vi.stubGlobal('close', close);
  openTab = () => undefined;
  vi.spyOn(browser.tabs.onCreated, 'addListener').mockImplementation((listener) => {
    openTab = () => listener({ index: 0, highlighted: true, active: true, pinned: false, incognito: false });
  });
  Object.assign(browser, { extension: { getViews: () => (isPopup ? [window] : []) } });
  document.body.innerHTML = '<a target="_blank"><b>Story</b></a><button>Tabs</button>';
});
afterEach(() => vi.unstubAllGlobals());

function click(selector: string, keys: MouseEventInit = {}): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...keys });
  document.querySelector(selector)?.dispatchEvent(event);
  expect(close).not.toHaveBeenCalled();
  openTab();
}

it('a link that opens a tab', () => {
  click('a b');
  expect(close).toHaveBeenCalledTimes(1);
});

it.each([
  ['a button', 'button', {}],
  ['a link whose tab opens behind', 'a', { ctrlKey: true }],
  ['the same on a Mac', 'a', { metaKey: true }],
])('stays after %s', (_, selector, keys) => {
  click(selector, keys);
  expect(close).not.toHaveBeenCalled();
});

it('stays open in a tab of its own', () => {
  isPopup = false;
  click('a');
  expect(close).not.toHaveBeenCalled();
});
