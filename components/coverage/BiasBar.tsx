// The bias bar: a story's rated outlets over the seven steps, and the unrated ones hatched beside them. A part too narrow for
// its words has them where it is pointed at.
import type { Spread } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { STEP_ORDER, STEPS } from './bias-names.ts';

export function BiasBar({ spread }: { spread: Spread }) {
  const words = useWords();
  const present = STEP_ORDER.filter((step) => spread.steps[step] > 0);
  const spoken = present.map((step) =>
    words.text('barPart', words.text(STEPS[step].name), words.number(spread.steps[step])),
  );
  const unrated = words.number(spread.unrated);
  const unratedWhole = words.count('unratedSegment', spread.unrated);
  const label = words.count('barLabel', spread.rated, words.list(spoken) || '–', unrated);
  return (
    <div class="bar" role="img" aria-label={label} style={{ '--number': widthOf(unrated) }}>
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
        <span class="segment unrated" style={{ flexGrow: spread.unrated }} title={unratedWhole}>
          <LongLabel>{unratedWhole}</LongLabel>
          <span class="segment-short">{unrated}</span>
        </span>
      )}
    </div>
  );
}

/** What a number takes at least: cut off, it would be another number. */
const widthOf = (written: string) => `calc(${written.length}ch + 0.7em)`;

/** Characters of "LL 58", for which the style has a width; a longer one would be cut off there. */
const MIDDLE_MAX = 5;

type SegmentProps = { style: string; amount: number; long: string; short: string };

function Segment({ style, amount, long, short }: SegmentProps) {
  const words = useWords();
  const whole = words.text('barPart', long, words.number(amount));
  const middle = words.text('barPart', short, words.number(amount));
  return (
    <span class={`segment ${style}`} style={{ flexGrow: amount }} title={whole}>
      <LongLabel>{whole}</LongLabel>
      {middle.length <= MIDDLE_MAX && <span class="segment-middle">{middle}</span>}
      <span class="segment-short">{short}</span>
    </span>
  );
}

/** Languages differ in length: the style knows from which width on a label of so many characters fits. */
function LongLabel({ children }: { children: string }) {
  const fit = [9, 12, 16].find((length) => children.length <= length) ?? 'any';
  return <span class={`segment-long fits-${fit}`}>{children}</span>;
}
