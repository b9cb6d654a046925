// A list whose items can be taken off, one click an item, without the keyboard losing its place.
// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { OwnRatingList } from '../../../../components/options/OwnRatingList.tsx';
import { Section } from '../../../../components/options/Section.tsx';
import { SiteList } from '../../../../components/options/SiteList.tsx';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, drawAgain, findButton, textOf } from '../draw.tsx';

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

describe('the keyboard, after an item was taken off, is on', () => {
  const press = (root: HTMLElement, label: string) => {
    const button = findButton(root, label);
    button.focus();
    act(() => button.click());
  };
  const focused = () => document.activeElement?.getAttribute('aria-label') ?? textOf(document.activeElement);

  it('the next item’s button, or the last one’s where there is no next', () => {
    const root = draw(<Sites />);
    press(root, 'Remove gull.test');
    expect(focused()).toBe('Remove herald.test');
    press(root, 'Remove mayor.test');
    expect(focused()).toBe('Remove herald.test');
  });

  it('the heading of a list that is empty now', () => {
    const root = draw(<Sites />);
    for (const site of SITES) press(root, `Remove ${site}`);
    expect(focused()).toBe('Chosen sites');
  });

  it('the heading of the section whose list has gone', () => {
    const drawRated = (count: number) => (
      <Section id="own" title="Your own rating">
        <OwnRatingList rated={(OPTIONS.ownRatings ?? []).slice(0, count)} onRemove={() => {}} />
      </Section>
    );
    const root = draw(drawRated(1));
    root.querySelector('button')?.focus();
    drawAgain(root, drawRated(0));
    expect(document.activeElement).toBe(root.querySelector('h2'));
  });

  it('what the reader has gone on to meanwhile', () => {
    const root = draw(<Sites />);
    findButton(root, 'Remove mayor.test').focus();
    act(() => findButton(root, 'Remove gull.test').click());
    expect(focused()).toBe('Remove mayor.test');
  });
});

it('a key that is held down takes one site off the list, not one after the other', () => {
  const root = draw(<Sites />);
  const isTaken = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    return root.querySelector('button')?.dispatchEvent(event);
  };
  expect([isTaken({ repeat: false }), isTaken({ repeat: true })]).toEqual([true, false]);
});
