// Checkboxes that are checked or unchecked stay in place and keep the focus.
// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { EditionPicker } from '../../../../components/feeds/EditionPicker.tsx';
import { FeedList } from '../../../../components/feeds/FeedList.tsx';
import type { FeedRow } from '../../../../components/options/options-state.ts';
import { draw, drawAgain, textOf } from '../draw.tsx';

const EDITIONS = ['fr', 'gb', 'us'].map((id) => ({
  id,
  country: id.toUpperCase(),
  languages: [],
  outlets: 3,
  feeds: 3,
}));

function Editions({ chosen = ['us'] }: { chosen?: string[] }) {
  const [selected, setSelected] = useState(chosen);
  const toggle = (id: string) =>
    setSelected(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  return <EditionPicker editions={EDITIONS} selected={selected} onToggle={toggle} />;
}

const FEED: FeedRow = {
  url: '',
  outletName: '',
  domains: [],
  country: null,
  lang: null,
  biasStep: null,
  isChosen: true,
  isAllowed: true,
  lastSuccessAt: null,
  problem: null,
};
const rows = (count: number, isChosen: boolean) =>
  Array.from({ length: count }, (_, index) => ({
    ...FEED,
    url: `https://outlet-${isChosen ? 'chosen' : 'other'}.test/${index}`,
    outletName: `Outlet ${index}`,
    isChosen,
  }));

/** The worker lists chosen feeds first, and omits those that are neither chosen nor in the registry. */
function Feeds({ leftRegistry = '' }: { leftRegistry?: string }) {
  const [feeds, setFeeds] = useState<readonly FeedRow[]>([...rows(70, true), ...rows(5, false)]);
  const toggle = ({ url }: FeedRow) =>
    setFeeds(
      feeds
        .map((feed) => (feed.url === url ? { ...feed, isChosen: !feed.isChosen } : feed))
        .filter((feed) => feed.isChosen || feed.url !== leftRegistry)
        .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen)),
    );
  return <FeedList feeds={feeds} onToggle={toggle} />;
}

const boxesIn = (root: Element, selector: string) => [...root.querySelectorAll<HTMLInputElement>(`${selector} input`)];

function press(box: HTMLInputElement | undefined): void {
  box?.focus();
  act(() => box?.click());
}

test.each([
  ['ticked among the others', 'details', true],
  ['unticked among the selected', 'fieldset > .checks', false],
])('an edition stays where it is %s', (_, place, isChecked) => {
  const root = draw(<Editions />);
  const [box] = boxesIn(root, place);
  press(box);
  expect(boxesIn(root, place)[0]).toBe(box);
  expect(box?.checked).toBe(isChecked);
  expect(document.activeElement).toBe(box);
});

test('editions are in their places again once the others are closed', () => {
  const root = draw(<Editions />);
  const details = root.querySelector('details');
  details?.setAttribute('open', '');
  press(boxesIn(root, 'details')[0]);
  details?.removeAttribute('open');
  act(() => {
    details?.dispatchEvent(new Event('toggle'));
  });
  expect(boxesIn(root, 'fieldset > .checks').map(({ checked }) => checked)).toEqual([true, true]);
  expect(boxesIn(root, 'details')).toHaveLength(1);
});

test('a chosen edition that the registry no longer has can be unticked, and taken back', () => {
  const root = draw(<Editions chosen={['us', 'mt']} />);
  const [, gone] = boxesIn(root, 'fieldset > .checks');
  expect(gone?.checked).toBe(true);
  expect(textOf(gone?.closest('label') ?? null)).toBe('Malta · no longer in the list');
  press(gone);
  expect(boxesIn(root, 'fieldset > .checks')[1]).toBe(gone);
  expect(gone?.checked).toBe(false);
  expect(document.activeElement).toBe(gone);
  press(gone);
  expect(gone?.checked).toBe(true);
});

test.each([
  ['is in the registry', ''],
  ['has left the registry', 'https://outlet-chosen.test/0'],
])('a feed that %s keeps its row when it is unticked', (_, leftRegistry) => {
  const root = draw(<Feeds leftRegistry={leftRegistry} />);
  const [box] = boxesIn(root, 'li');
  press(box);
  expect(boxesIn(root, 'li')[0]).toBe(box);
  expect(box?.checked).toBe(false);
  expect(document.activeElement).toBe(box);
});

test('feeds that are taken away by another choice go from the list', () => {
  const list = (feeds: readonly FeedRow[]) => <FeedList feeds={feeds} onToggle={() => {}} />;
  const root = draw(list(rows(3, true)));
  drawAgain(root, list(rows(3, true).map((feed, index) => ({ ...feed, isChosen: index === 1 }))));
  expect(textOf(root.querySelector('ul'))).toMatch(/^Outlet 1(?!.*Outlet)/);
});
