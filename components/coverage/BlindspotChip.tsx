// Says which side hardly covers a story, and on demand the numbers behind it.
import type { Blindspot } from '../../engine/schema.ts';
import { useWords, type Words } from '../words/words.ts';
import { formatShare } from './format-share.ts';

export function BlindspotChip({ blindspot }: { blindspot: Blindspot }) {
  const words = useWords();
  const isLeft = blindspot.side === 'left';
  return (
    <details class="chip chip-warn">
      <summary>
        <span class="half" aria-hidden="true" />
        {words.text(isLeft ? 'blindspotLeft' : 'blindspotRight')}
      </summary>
      <p>
        {words.count(
          isLeft ? 'blindspotBasisLeft' : 'blindspotBasisRight',
          blindspot.outlets,
          words.number(blindspot.rated),
          formatShare({ part: blindspot.baseline, whole: 1 }, words),
          toChance(blindspot.probability, words),
        )}
      </p>
    </details>
  );
}

function toChance(probability: number, words: Words): string {
  const whole = Math.round(probability * 100);
  return whole < 1 ? words.text('lessThan', words.percent(1)) : words.percent(whole);
}
