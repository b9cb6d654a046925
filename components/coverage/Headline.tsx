// An article's headline in its own language and direction, as a link that opens in a new tab.
import type { CoverageArticle } from '../../engine/schema.ts';
import { NewTabLink } from '../NewTabLink.tsx';
import { writtenIn } from './direction.ts';

type HeadlineProps = {
  article: CoverageArticle;
  /** Where a long one is cut off: whole, when it is pointed at. */
  title?: string;
};

export function Headline({ article, title }: HeadlineProps) {
  return (
    <NewTabLink class="headline" href={article.link} {...(title && { title })} {...writtenIn(article.lang)}>
      {article.title}
    </NewTabLink>
  );
}
