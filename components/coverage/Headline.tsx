// An article's headline in its own language and direction, as a link that opens in a new tab.
import type { CoverageArticle } from '../../engine/schema.ts';
import { NewTabLink } from '../NewTabLink.tsx';
import { writtenIn } from './direction.ts';

export function Headline({ article }: { article: CoverageArticle }) {
  return (
    <NewTabLink class="headline" href={article.link} {...writtenIn(article.lang)}>
      {article.title}
    </NewTabLink>
  );
}
