// The bias bar: a story's rated outlets over the seven steps, and the unrated ones hatched beside them.
import type { Spread } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { STEP_ORDER, STEPS } from './bias-names.ts';

export function BiasBar({ spread }: { spread: Spread }) {
  const words = useWords();
  const present = STEP_ORDER.filter((step) => spread.steps[step] > 0);
  const spoken = present.map((step) =>
    words.text('barPart', words.text(STEPS[step].name), words.number(spread.steps[step])),
  );
  const label = words.count('barLabel', spread.rated, words.list(spoken) || '–', words.number(spread.unrated));
  return (
    <div class="bar" role="img" aria-label={label}>
      {present.map((step) => (
        <Segment
          key={step}
          style={STEPS[step].style}
          amount={spread.steps[step]}
          long={words.text(STEPS[step].name)}
          short={words.text(STEPS[step].short)}
        />
      ))}
      {spread.unrated > 0 && (
        <span class="segment unrated" style={{ flexGrow: spread.unrated }}>
          <span class="segment-long">{words.count('unratedSegment', spread.unrated)}</span>
          <span class="segment-short">{words.number(spread.unrated)}</span>
        </span>
      )}
    </div>
  );
}

type SegmentProps = { style: string; amount: number; long: string; short: string };

function Segment({ style, amount, long, short }: SegmentProps) {
  const words = useWords();
  return (
    <span class={`segment ${style}`} style={{ flexGrow: amount }}>
      <span class="segment-long">
        {long} {words.number(amount)}
      </span>
      <span class="segment-middle">
        {short} {words.number(amount)}
      </span>
      <span class="segment-short">{short}</span>
    </span>
  );
}
