// How many of the chosen feeds may be read, and the one button that asks the browser for the rest or starts reading.
import { Button } from '../Button.tsx';
import { useKeptFocus } from '../use-kept-focus.ts';
import { useWords } from '../words/words.ts';

type FeedAccessProps = {
  chosen: number;
  allowed: number;
  missingOrigins: readonly string[];
  /** The user has agreed to the choice of feeds. */
  isStarted: boolean;
  wasRefused: boolean;
  /** Null while polling is off: nothing has to be allowed or started then. */
  onAllow: (() => void) | null;
};

export function FeedAccess({ chosen, allowed, missingOrigins, isStarted, wasRefused, onAllow }: FeedAccessProps) {
  const words = useWords();
  const root = useKeptFocus<HTMLDivElement>((access) => access.querySelector('p'));
  if (chosen === 0) return <p class="feed-access">{words.text('feedsNone')}</p>;
  const isComplete = missingOrigins.length === 0;
  return (
    <div class="feed-access" ref={root}>
      <p class={onAllow === null ? 'muted' : undefined} tabIndex={-1}>
        {words.count('feedsIntro', chosen)} {isComplete && words.text('allHostsAllowed')}
        {!isComplete &&
          (allowed === 0 ? words.text('feedsNotAllowed') : words.text('feedsAllowed', words.number(allowed)))}
      </p>
      {onAllow && isComplete && !isStarted && (
        <div class="actions">
          <Button onClick={onAllow} isMain>
            {words.text('startFeeds')}
          </Button>
          <span class="muted small">{words.text('startFeedsText')}</span>
        </div>
      )}
      {onAllow && !isComplete && (
        <div class="actions">
          <Button onClick={onAllow} isMain>
            {words.count('allowHosts', missingOrigins.length)}
          </Button>
          <span class="muted small">{words.text('allowHostsText')}</span>
        </div>
      )}
      <p class="problem small" role="status">
        {wasRefused && !isComplete && words.text('requestRefused')}
      </p>
    </div>
  );
}
