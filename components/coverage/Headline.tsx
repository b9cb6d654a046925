// An article's headline in its own language and direction, as a link that opens in a new tab.
import type { CoverageArticle } from '../../engine/schema.ts';
import { useWords } from '../words/words.ts';
import { writtenIn } from './direction.ts';

export function Headline({ article }: { article: CoverageArticle }) {
  const words = useWords();
  return (
    <a class="headline" href={article.link} target="_blank" rel="noopener noreferrer" {...writtenIn(article.lang)}>
      {article.title}
      <span class="visually-hidden" lang={words.locale}>
        {' '}
        ({words.text('opensInNewTab')})
      </span>
    </a>
  );
}
