// A link to the latest stories, for pages without a story and for the end of onboarding.
import { NewTabLink } from './NewTabLink.tsx';
import { useWords } from './words/words.ts';

export function LatestLink({ href }: { href: string }) {
  const words = useWords();
  return <NewTabLink href={href}>{words.text('seeLatest')}</NewTabLink>;
}
