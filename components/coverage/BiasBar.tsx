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
          <LongLabel>{words.count('unratedSegment', spread.unrated)}</LongLabel>
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
      <LongLabel>{words.text('barPart', long, words.number(amount))}</LongLabel>
      <span class="segment-middle">{words.text('barPart', short, words.number(amount))}</span>
      <span class="segment-short">{short}</span>
    </span>
  );
}

/** Languages differ in length: the style knows from which width on a label of so many characters fits. */
function LongLabel({ children }: { children: string }) {
  const fit = [9, 12, 16].find((length) => children.length <= length) ?? 'any';
  return <span class={`segment-long fits-${fit}`}>{children}</span>;
}
