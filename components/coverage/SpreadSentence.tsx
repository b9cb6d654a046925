// The spread in one sentence: shares of rated outlets, largest side first; counts alone when too few are rated.
//
// Each share is rounded by itself, so that equal sides read equal, even if the three add up to 99 or 101.
import { SIDES } from '../../engine/bias-scale.ts';
import type { Side, Spread } from '../../engine/schema.ts';
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import { formatShare, isNearlyAll, NEARLY_ALL_PERCENT } from './format-share.ts';

/** Number of rated outlets. Below it, one outlet moves a share by more than a third, so a percentage would mislead. */
const FEWEST_FOR_SHARES = 3;

const LEAD: Readonly<Record<Side, TextKey>> = { left: 'spreadLeft', center: 'spreadCenter', right: 'spreadRight' };
/** Sentences of their own, since "over 99 %" cannot stand after every article, nor begin every sentence. */
const LEAD_OVER: Readonly<Record<Side, TextKey>> = {
  left: 'spreadLeftOver',
  center: 'spreadCenterOver',
  right: 'spreadRightOver',
};
const REST: Readonly<Record<Side, TextKey>> = { left: 'shareLeft', center: 'shareCenter', right: 'shareRight' };

export function SpreadSentence({ spread }: { spread: Spread }) {
  const words = useWords();
  if (spread.rated === 0) return <p class="spread">{words.count('noneRated', spread.unrated)}</p>;
  if (spread.rated < FEWEST_FOR_SHARES) return <Counts spread={spread} />;
  const sides = SIDES.map((side) => ({ side, outlets: spread[side] })).sort((a, b) => b.outlets - a.outlets);
  const share = (outlets: number) => formatShare({ part: outlets, whole: spread.rated }, words);
  const [first, second, third] = sides;
  if (first === undefined || second === undefined || third === undefined) return null;
  const hasLead = first.outlets > second.outlets;
  const rest = hasLead ? [second, third] : sides;
  return (
    <p class="spread muted">
      <Parts>
        <strong>
          {hasLead ? describeLead(first, { spread, words }) : words.text('spreadNoLead', words.number(spread.rated))}
        </strong>
        <Parts>{rest.map(({ side, outlets }) => words.text(REST[side], share(outlets)))}</Parts>
      </Parts>
    </p>
  );
}

function describeLead(
  lead: { side: Side; outlets: number },
  { spread, words }: { spread: Spread; words: Words },
): string {
  const share = { part: lead.outlets, whole: spread.rated };
  const rated = words.number(spread.rated);
  if (isNearlyAll(share)) return words.text(LEAD_OVER[lead.side], words.percent(NEARLY_ALL_PERCENT), rated);
  return words.text(LEAD[lead.side], formatShare(share, words), rated);
}

function Counts({ spread }: { spread: Spread }) {
  const words = useWords();
  const counts = SIDES.map((side) => words.text(REST[side], words.number(spread[side])));
  return (
    <p class="spread muted">
      <Parts>
        <strong>{words.count('fewRated', spread.rated)}</strong>
        <Parts>{counts}</Parts>
      </Parts>
    </p>
  );
}
