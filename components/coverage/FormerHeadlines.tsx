// An article's other headlines, newest first: outlets edit them, and two feeds of an outlet may differ.
import type { CoverageArticle } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { writtenIn } from './direction.ts';

export function FormerHeadlines({ article: { formerTitles, lang } }: { article: CoverageArticle }) {
  const words = useWords();
  if (formerTitles.length === 0) return null;
  return (
    <details class="reposts">
      <summary>{words.count('formerHeadlines', formerTitles.length)}</summary>
      <ul {...writtenIn(lang)}>
        {formerTitles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
