// The way to the latest stories, from a page that has none to show and from the end of onboarding.
import { NewTabLink } from './NewTabLink.tsx';
import { useWords } from './words/words.ts';

export function LatestLink({ href }: { href: string }) {
  const words = useWords();
  return <NewTabLink href={href}>{words.text('seeLatest')}</NewTabLink>;
}
