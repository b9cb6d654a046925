// The bias bar: a story's rated outlets over the seven steps, and the unrated ones hatched beside them. A part too narrow for
// its label has it as a tooltip.
import { BIAS_STEPS } from '../../engine/bias-scale.ts';
import type { Spread } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { STEPS } from './bias-names.ts';

export function BiasBar({ spread }: { spread: Spread }) {
  const words = useWords();
  const parts = BIAS_STEPS.filter((step) => spread.steps[step] > 0).map((step) => {
    const { name, short, style } = STEPS[step];
    const amount = words.number(spread.steps[step]);
    const toLabel = (text: string) => words.text('barPart', text, amount);
    const letters = words.text(short);
    return {
      style,
      outlets: spread.steps[step],
      long: toLabel(words.text(name)),
      middle: toLabel(letters),
      short: letters,
    };
  });
  const unrated = words.number(spread.unrated);
  const unratedWhole = words.count('unratedSegment', spread.unrated);
  const label = words.count('barLabel', spread.rated, words.list(parts.map(({ long }) => long)) || '–', unrated);
  const allSigns = parts.reduce((sum, { middle }) => sum + widthInCharacters(middle), 0);
  return (
    <div class="bar" role="img" aria-label={label} style={{ '--all-signs': allSigns, '--number': widthOf(unrated) }}>
      {parts.map((part) => (
        <Segment key={part.style} part={part} />
      ))}
      {spread.unrated > 0 && (
        <span aria-hidden="true" class="segment unrated" style={{ flexGrow: spread.unrated }} title={unratedWhole}>
          <LongLabel>{unratedWhole}</LongLabel>
          <span class="segment-short">{unrated}</span>
        </span>
      )}
    </div>
  );
}

/** Least width of a number, since a truncated one would be a different number. */
const widthOf = (written: string) => `calc(${written.length}ch + 0.7em)`;

/** Width in characters, including padding. */
const widthInCharacters = (middle: string) => middle.length + 0.6;

/** Characters of "LL 123", the longest short label that the style has a width for. */
const MIDDLE_MAX = 6;

type Part = { style: string; outlets: number; long: string; middle: string; short: string };

function Segment({ part: { style, outlets, long, middle, short } }: { part: Part }) {
  return (
    <span
      aria-hidden="true"
      class={`segment ${style}`}
      style={{ flexGrow: outlets, '--signs': widthInCharacters(middle) }}
      title={long}
    >
      <LongLabel>{long}</LongLabel>
      {middle.length <= MIDDLE_MAX && <span class={`segment-middle signs-${middle.length}`}>{middle}</span>}
      <span class="segment-short">{short}</span>
    </span>
  );
}

/** Labels differ in length by language: the style sheet has a minimum width for each number of characters. */
function LongLabel({ children }: { children: string }) {
  const fit = [9, 12, 16].find((length) => children.length <= length) ?? 'any';
  return <span class={`segment-long fits-${fit}`}>{children}</span>;
}
