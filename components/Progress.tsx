// How far a round through the feeds has got, as a bar with the sentence that names its numbers.
import { useWords } from './words/words.ts';

export function Progress({ done, total, isFirst }: { done: number; total: number; isFirst: boolean }) {
  const words = useWords();
  const label = words.text(isFirst ? 'syncProgressFirst' : 'syncProgress', words.number(done), words.number(total));
  return (
    // It changes with every feed: a region around it would go on talking.
    <div class="progress" aria-live="off">
      <p>{label}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
    </div>
  );
}
