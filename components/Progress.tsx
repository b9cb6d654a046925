// Progress of a polling round: a bar and a sentence with its numbers.
import { useWords } from './words/words.ts';

export function Progress({ done, total, isFirst }: { done: number; total: number; isFirst: boolean }) {
  const words = useWords();
  const label = words.text(isFirst ? 'syncProgressFirst' : 'syncProgress', words.number(done), words.number(total));
  return (
    // Changes with every feed, which a surrounding live region would announce each time.
    <div class="progress" aria-live="off">
      <p>{label}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
    </div>
  );
}
