// The search in the list of feeds: by the text of a row, or by the address of the outlet's site.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { FeedList } from '../../../../components/feeds/FeedList.tsx';
import type { FeedRow } from '../../../../components/options/options-state.ts';
import { draw, textOf } from '../draw.tsx';

const FEED: FeedRow = {
  url: 'https://syndication.test/gull.xml',
  outletName: 'La Gaviota de Mañana',
  domains: ['gaviota.test'],
  country: 'UY',
  lang: 'es',
  biasStep: null,
  isChosen: false,
  isAllowed: true,
  lastSuccessAt: null,
  problem: null,
};

function search(wanted: string): HTMLElement {
  const root = draw(<FeedList feeds={[FEED]} onToggle={() => {}} />);
  const field = root.querySelector<HTMLInputElement>('input[type=search]') ?? expect.fail('no field');
  act(() => {
    field.value = wanted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return root;
}

it.each(['manana gaviota', 'uruguay', 'https://www.gaviota.test/nota/1', 'syndication.test'])('%s is found', (wanted) =>
  expect(textOf(search(wanted).querySelector('[role=status]'))).toBe('1 feed found'),
);

it('where nothing is found, it says how an outlet can be added', () => {
  const root = search('nobody');
  expect(root.querySelectorAll('.feed')).toHaveLength(0);
  expect(textOf(root.querySelector('[role=status]'))).toContain('can be added with an outlet pack, below');
});
