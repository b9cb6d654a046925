// A list with removable items: one click per item, and the focus stays near.
// @vitest-environment happy-dom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { OwnRatingList } from '../../../../components/options/OwnRatingList.tsx';
import type { Removal, RemovedItem } from '../../../../components/options/options-state.ts';
import { Section } from '../../../../components/options/Section.tsx';
import { SiteList } from '../../../../components/options/SiteList.tsx';
import { OPTIONS } from '../../../support/ui/page-states.ts';
import { draw, drawAgain, findButton, textOf } from '../draw.tsx';

const SITES = ['gull.test', 'herald.test', 'mayor.test'];
const NOTHING: Removal = { removed: null, undo: () => {} };

/** Undo can be made to fail the first time. */
function Sites({ failure = null }: { failure?: RemovedItem['failure'] }) {
  const [sites, setSites] = useState(SITES);
  const [removed, setRemoved] = useState<RemovedItem | null>(null);
  const onRemove = (host: string) => {
    const index = sites.indexOf(host);
    const putBack = async () => null;
    setRemoved({ list: 'chosen-sites', id: host, name: host, index, failure: null, putBack });
    setSites(sites.toSpliced(index, 1));
  };
  const undo = () => {
    if (removed === null) return;
    if (failure !== removed.failure) return setRemoved({ ...removed, failure });
    setSites(sites.toSpliced(removed.index, 0, removed.id));
    setRemoved(null);
  };
  return (
    <SiteList
      list="chosen-sites"
      title="Chosen sites"
      none="None"
      sites={sites.map((host) => ({ host, text: host }))}
      removal={{ removed, undo }}
      onRemove={onRemove}
    />
  );
}

const sitesOf = (root: HTMLElement) => [...root.querySelectorAll('bdi')].map(textOf);
const linesOf = (root: HTMLElement) => [...root.querySelectorAll('li')].map(textOf);
/** Clicks where the pointer rests: on the first row's button, whichever that is by then. */
const click = (root: HTMLElement, detail: number) =>
  act(() => {
    root.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  });
const press = (root: HTMLElement, label: string) => {
  const button = findButton(root, label);
  button.focus();
  act(() => button.click());
};
const focused = () => document.activeElement?.getAttribute('aria-label') ?? textOf(document.activeElement);

it('a double click on “Remove” removes one site, and neither removes the next one nor restores the first', () => {
  const root = draw(<Sites />);
  click(root, 1);
  click(root, 2);
  expect(sitesOf(root)).toEqual(['herald.test', 'mayor.test']);
});

describe('the line in place of a removed item', () => {
  it('says what was removed, once, and offers to restore it', () => {
    const root = draw(<Sites />);
    press(root, 'Remove herald.test');
    expect(linesOf(root)).toEqual(['gull.testRemove', '“herald.test” was removed.Undo', 'mayor.testRemove']);
    expect(textOf(root.querySelector('[role=status]'))).toBe('“herald.test” was removed.');
    press(root, 'Undo');
    expect(sitesOf(root)).toEqual(SITES);
    expect(textOf(root.querySelector('[role=status]'))).toBe('');
  });

  it('stays until the next item is removed', () => {
    const root = draw(<Sites />);
    press(root, 'Remove gull.test');
    press(root, 'Remove mayor.test');
    expect(linesOf(root)).toEqual(['herald.testRemove', '“mayor.test” was removed.Undo']);
  });

  it('is alone if the list is empty', () => {
    const root = draw(<Sites />);
    for (const site of SITES) press(root, `Remove ${site}`);
    expect(textOf(root.querySelector('.site-list'))).toBe(
      'Chosen sites“mayor.test” was removed.Undo“mayor.test” was removed.',
    );
  });

  it('says why the item could not be restored, and can be used again', () => {
    const root = draw(<Sites failure="storage-full" />);
    press(root, 'Remove gull.test');
    press(root, 'Undo');
    expect(linesOf(root)[0]).toBe('“gull.test” was removed. There is no room left on this device.Undo');
    expect(textOf(root.querySelector('[role=status]'))).toBe('There is no room left on this device.');
    expect(focused()).toBe('Undo');
    press(root, 'Undo');
    expect(sitesOf(root)).toEqual(SITES);
  });

  it('says “switched on” for a site that was switched on', () => {
    const removed: RemovedItem = {
      list: 'sites-off',
      id: 'gull.test',
      name: 'gull.test',
      index: 0,
      failure: null,
      putBack: async () => null,
    };
    const list = (
      <SiteList
        list="sites-off"
        title="Off"
        none="None"
        sites={[]}
        action="switchOn"
        removal={{ ...NOTHING, removed }}
        onRemove={() => {}}
      />
    );
    expect(linesOf(draw(list, 'de'))).toEqual(['„gull.test“ ist wieder eingeschaltet.Rückgängig']);
  });
});

describe('after removing an item, the focus is on', () => {
  it('the undo button, and after undoing on the item again', () => {
    const root = draw(<Sites />);
    press(root, 'Remove herald.test');
    expect(focused()).toBe('Undo');
    press(root, 'Undo');
    expect(focused()).toBe('Remove herald.test');
  });

  it('the next item if the line disappeared otherwise, else the previous one, else the heading', () => {
    const drawSites = (sites: readonly string[]) => (
      <SiteList
        list="chosen-sites"
        title="Chosen sites"
        none="None"
        sites={sites.map((host) => ({ host, text: host }))}
        removal={NOTHING}
        onRemove={() => {}}
      />
    );
    const root = draw(drawSites(SITES));
    findButton(root, 'Remove herald.test').focus();
    const steps = [['gull.test', 'mayor.test'], ['gull.test'], []].map((left) => {
      drawAgain(root, drawSites(left));
      return focused();
    });
    expect(steps).toEqual(['Remove mayor.test', 'Remove gull.test', 'Chosen sites']);
  });

  it('the heading of the section whose list has disappeared', () => {
    const drawRated = (count: number) => (
      <Section id="own" title="Your own rating">
        <OwnRatingList
          rated={(OPTIONS.ownRatings ?? []).slice(0, count)}
          removal={NOTHING}
          onRemove={() => {}}
          onSave={() => {}}
        />
      </Section>
    );
    const root = draw(drawRated(1));
    root.querySelector('button')?.focus();
    drawAgain(root, drawRated(0));
    expect(document.activeElement).toBe(root.querySelector('h2'));
  });

  it('what the user has focused meanwhile', () => {
    const root = draw(<Sites />);
    findButton(root, 'Remove mayor.test').focus();
    act(() => findButton(root, 'Remove gull.test').click());
    expect(focused()).toBe('Remove mayor.test');
  });
});

it('holding down a key removes one site, not one after the other', () => {
  const root = draw(<Sites />);
  const isTaken = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    return root.querySelector('button')?.dispatchEvent(event);
  };
  expect([isTaken({ repeat: false }), isTaken({ repeat: true })]).toEqual([true, false]);
});
