// A list whose items can be taken off, one click an item.
// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { SiteList } from '../../../../components/options/SiteList.tsx';
import { draw, textOf } from '../draw.tsx';

const SITES = ['gull.test', 'herald.test', 'mayor.test'];

function Sites() {
  const [sites, setSites] = useState(SITES);
  const onRemove = (host: string) => setSites((before) => before.filter((site) => site !== host));
  return <SiteList title="Chosen sites" none="None" sites={sites} onRemove={onRemove} />;
}

const sitesOf = (root: HTMLElement) => [...root.querySelectorAll('bdi')].map(textOf);
/** Where the pointer rests: on the first line's button, whichever that is by then. */
const click = (root: HTMLElement, detail: number) =>
  act(() => {
    root.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  });

it('a double click on “Remove” takes one site off the list, not the next one too', () => {
  const root = draw(<Sites />);
  click(root, 1);
  click(root, 2);
  expect(sitesOf(root)).toEqual(['herald.test', 'mayor.test']);
});

it('a later click takes the next one', () => {
  const root = draw(<Sites />);
  click(root, 1);
  click(root, 1);
  expect(sitesOf(root)).toEqual(['mayor.test']);
});
