// The spread in one sentence: shares of rated outlets, largest side first; counts alone when too few are rated.
import type { Side, Spread } from '../../engine/schema.ts';
import { type TextKey, useWords } from '../words/words.ts';
import { toPercentages } from './shares.ts';

/** Rated outlets; below it one outlet moves a share by more than a third, so a percentage would mislead. */
const FEWEST_FOR_SHARES = 3;

const LEAD: Readonly<Record<Side, TextKey>> = { left: 'spreadLeft', center: 'spreadCenter', right: 'spreadRight' };
const REST: Readonly<Record<Side, TextKey>> = { left: 'shareLeft', center: 'shareCenter', right: 'shareRight' };

export function SpreadSentence({ spread }: { spread: Spread }) {
  const words = useWords();
  if (spread.rated === 0) return <p class="spread">{words.count('noneRated', spread.unrated)}</p>;
  if (spread.rated < FEWEST_FOR_SHARES) return <Counts spread={spread} />;
  const [left = 0, center = 0, right = 0] = toPercentages([spread.left, spread.center, spread.right]);
  const sides = [
    { side: 'left', share: left, outlets: spread.left },
    { side: 'center', share: center, outlets: spread.center },
    { side: 'right', share: right, outlets: spread.right },
  ] satisfies { side: Side; share: number; outlets: number }[];
  const [lead, ...rest] = sides.sort((a, b) => b.outlets - a.outlets);
  if (lead === undefined) return null;
  return (
    <p class="spread">
      <strong>{words.text(LEAD[lead.side], words.percent(lead.share), words.number(spread.rated))}</strong>
      {rest.map(({ side, share }) => (
        <span key={side} class="muted">
          {' · '}
          {words.text(REST[side], words.percent(share))}
        </span>
      ))}
    </p>
  );
}

function Counts({ spread }: { spread: Spread }) {
  const words = useWords();
  const counts = (['left', 'center', 'right'] as const).map((side) =>
    words.text(REST[side], words.number(spread[side])),
  );
  return (
    <p class="spread">
      <strong>{words.count('fewRated', spread.rated)}</strong> <span class="muted">· {counts.join(' · ')}</span>
    </p>
  );
}
