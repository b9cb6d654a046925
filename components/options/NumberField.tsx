// A setting that is a number: saved when the field loses the focus or Enter is pressed, and only within its bounds.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/words.ts';

type NumberFieldProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Id of the sentence that explains why the number currently has no effect. */
  restingBy?: string | undefined;
  onChange: (value: number) => void;
};

export function NumberField({ label, value, min, max, restingBy, onChange }: NumberFieldProps) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  // Not on every render, which would discard what is being typed whenever a feed has been polled.
  useLayoutEffect(() => {
    if (input.current !== null) input.current.value = String(value);
  }, [value]);
  const onCommit = (field: HTMLInputElement) => {
    const given = Math.round(field.valueAsNumber);
    const kept = Number.isFinite(given) ? Math.min(max, Math.max(min, given)) : value;
    field.value = String(kept);
    if (kept !== value) onChange(kept);
  };
  return (
    <label class={restingBy === undefined ? 'number-field' : 'number-field muted'}>
      <span>{label}</span>
      <span class="number-part">
        {/* Screen readers get the bounds from the field itself. */}
        <span class="small muted" aria-hidden="true">
          {words.number(min)}–{words.number(max)}
        </span>
        <input
          type="number"
          min={min}
          max={max}
          ref={input}
          disabled={restingBy !== undefined}
          aria-describedby={restingBy}
          onChange={(event) => onCommit(event.currentTarget)}
        />
      </span>
    </label>
  );
}
