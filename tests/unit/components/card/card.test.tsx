// The card: its button keeps the focus whatever replaces "loading".
// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { Card } from '../../../../components/card/Card.tsx';
import { CardOutlet } from '../../../../components/card/CardOutlet.tsx';
import type { CardState } from '../../../../components/card/card-state.ts';
import type { OutletBias, RatedOutlet, Rating } from '../../../../engine/schema.ts';
import { outletOf } from '../../../support/coverage-fixtures.ts';
import { CARD_STATES } from '../../../support/ui/card-states.ts';
import { NO_CARD_ACTIONS } from '../../../support/ui/no-actions.ts';
import { draw, drawAgain, findButton, textOf } from '../draw.tsx';

describe('Card', () => {
  it.each(['shown', 'gone', 'failed'])('keeps the focus on its button from "loading" to "%s"', (name) => {
    const state: CardState = CARD_STATES[name] ?? { status: 'loading' };
    const root = draw(<Card state={{ status: 'loading' }} actions={NO_CARD_ACTIONS} />);
    const close = findButton(root, 'Close');
    const title = root.querySelector('h2')?.textContent;
    close.focus();
    drawAgain(root, <Card state={state} actions={NO_CARD_ACTIONS} />);
    expect(root.querySelector('h2')?.textContent).not.toBe(title);
    expect(document.activeElement).toBe(close);
  });

  it.each([
    ['unexpected', 'The page and its link are fine.'],
    ['offline', 'This device is offline. The page and its link are fine.'],
    ['storage-full', 'The browser’s storage for Parallax is full. The page and its link are fine.'],
    ['server-busy', 'The server is busy and asked for a pause. The page and its link are fine.'],
  ] as const)('that failed says why, and never what server that is: %s', (reason, text) => {
    const root = draw(<Card state={{ status: 'failed', reason }} actions={NO_CARD_ACTIONS} />);
    expect(textOf(root.querySelector('p'))).toBe(text);
  });

  it('says of whom it tells what raters say', () => {
    const root = draw(<Card state={CARD_STATES.shown ?? { status: 'loading' }} actions={NO_CARD_ACTIONS} />);
    expect(textOf(root.querySelector('.card-outlet dt'))).toBe('About Harbour Herald');
  });

  it('names only the raters whose values count: of several ratings by one rater the latest', () => {
    const rating = { packId: 'p', rater: 'Rater A', value: '', bias: null, factuality: null, label: null, source: '' };
    const ratings: Rating[] = [
      { ...rating, bias: -2, date: '2024' },
      { ...rating, bias: 0, date: '2026' },
      { ...rating, rater: 'Rater B', bias: 0, date: '2023' },
      { ...rating, rater: 'Rater C', bias: -2, date: '2023' },
      { ...rating, rater: 'Rater C', label: 'satire', date: '2025' },
      { ...rating, factuality: 'low', date: '2022' },
      { ...rating, factuality: 'high', date: '2025' },
    ];
    const bias: OutletBias = { step: 'center', mean: 0, low: 0, high: 0, raters: 2 };
    const outlet: RatedOutlet = { ...outletOf('herald.test'), bias, factuality: 'high', ratings };
    const root = draw(<CardOutlet outlet={outlet} />);
    expect([...root.querySelectorAll('dd')].map(textOf)).toEqual([
      'Center (Rater A 2026, Rater B 2023)',
      'Factuality: high (Rater A 2025)',
    ]);
  });

  it('has the labels of an outlet beside its name and among what raters say of it', () => {
    const root = draw(<Card state={CARD_STATES.labeled ?? { status: 'loading' }} actions={NO_CARD_ACTIONS} />);
    const lines = [...root.querySelectorAll('.card-headlines .outlet-line')].map((line) => textOf(line));
    expect(lines).toContain('unratedThe Daily GullLabeled: satire');
    expect(lines.filter((line) => line.includes('Labeled'))).toHaveLength(1);
    expect(textOf(root.querySelector('.card-outlet dt'))).toBe('About The Daily Gull');
    expect([...root.querySelectorAll('.card-outlet dd')].map(textOf)).toEqual([
      'Labeled: satire (Invented Rater 2025)',
    ]);
  });

  it('has every headline once: a title over the link would be read out beside it', () => {
    const root = draw(<Card state={CARD_STATES.shown ?? { status: 'loading' }} actions={NO_CARD_ACTIONS} />);
    const headlines = [...root.querySelectorAll<HTMLElement>('.headline')];
    expect(headlines.length).toBe(3);
    expect(headlines.filter((headline) => headline.hasAttribute('title'))).toEqual([]);
  });
});
