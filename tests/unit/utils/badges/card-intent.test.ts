// When a card opens and closes: delay, grace period, holding, focus, Escape.
import { beforeEach, describe, expect, it } from 'vitest';
import { type CardIntent, createCardIntent } from '../../../../utils/badges/overlay/card-intent.ts';

type Timer = { readonly at: number; readonly work: () => void };

let log: string[];
let now: number;
let timers: Timer[];
let intent: CardIntent<string>;

function pass(ms: number): void {
  now += ms;
  const due = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { work } of due) work();
}

const shown = () => log.filter((line) => !line.startsWith('prepare'));

beforeEach(() => {
  [log, now, timers] = [[], 0, []];
  intent = createCardIntent<string>({
    prepare: (badge) => log.push(`prepare ${badge}`),
    open: (badge, opener) => log.push(`open ${badge} by ${opener}`),
    close: (badge) => log.push(`close ${badge}`),
    after: (ms, work) => {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
});

describe('the pointer', () => {
  it('fetches at once, and opens after it has stayed for 80 ms', () => {
    intent.pointAt('a');
    expect(log).toEqual(['prepare a']);
    pass(79);
    expect(shown()).toEqual([]);
    pass(1);
    expect(shown()).toEqual(['open a by pointer']);
  });

  it('opens nothing when it only sweeps over', () => {
    intent.pointAt('a');
    pass(50);
    intent.leave();
    pass(1_000);
    expect(shown()).toEqual([]);
  });

  it('has 250 ms to come back, to the badge or to the card', () => {
    intent.pointAt('a');
    pass(80);
    intent.leave();
    pass(249);
    intent.pointAt('a');
    pass(1_000);
    expect(shown()).toEqual(['open a by pointer']);
    intent.leave();
    pass(250);
    expect(shown()).toEqual(['open a by pointer', 'close a']);
  });

  it('takes the card to another badge at once, while one is open', () => {
    intent.pointAt('a');
    pass(80);
    intent.pointAt('b');
    expect(shown()).toEqual(['open a by pointer', 'close a', 'open b by pointer']);
  });
});

describe('a click', () => {
  it('holds the card open when the pointer leaves, until the badge is clicked again', () => {
    intent.click('a');
    intent.leave();
    pass(5_000);
    expect(intent.openBadge()).toBe('a');
    intent.click('a');
    expect(shown()).toEqual(['open a by click', 'close a']);
  });

  it('on a badge whose card the pointer has opened holds it instead of closing it', () => {
    intent.pointAt('a');
    pass(80);
    intent.click('a');
    intent.leave();
    pass(5_000);
    expect(shown()).toEqual(['open a by pointer']);
  });

  it('keeps the card when another badge is pointed at, and moves it when that is clicked', () => {
    intent.click('a');
    intent.pointAt('b');
    pass(1_000);
    expect(intent.openBadge()).toBe('a');
    intent.click('b');
    expect(shown()).toEqual(['open a by click', 'close a', 'open b by click']);
  });
});

describe('the keyboard', () => {
  it('opens on focus and closes when focus goes elsewhere', () => {
    intent.focus('a');
    intent.blur();
    expect(shown()).toEqual(['open a by focus', 'close a']);
  });

  it('keeps the card of the focused badge when the pointer passes over it and leaves', () => {
    intent.focus('a');
    intent.pointAt('a');
    intent.leave();
    pass(1_000);
    expect(intent.openBadge()).toBe('a');
  });

  it('Escape closes, and says whether there was something to close', () => {
    expect(intent.dismiss()).toBe(false);
    intent.focus('a');
    expect(intent.dismiss()).toBe(true);
    expect(shown()).toEqual(['open a by focus', 'close a']);
  });

  it('Escape during the delay cancels the card', () => {
    intent.pointAt('a');
    expect(intent.dismiss()).toBe(false);
    pass(1_000);
    expect(shown()).toEqual([]);
  });
});

it('a removed badge closes its own card, and no other', () => {
  intent.focus('a');
  intent.forget('b');
  expect(intent.openBadge()).toBe('a');
  intent.forget('a');
  expect(shown()).toEqual(['open a by focus', 'close a']);
});
