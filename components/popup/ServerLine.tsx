// What a server was asked for an answer, in one line below it, with a link to the list of all requests.
import { useWords } from '../words/words.ts';
import type { ServerNote } from './popup-state.ts';

export function ServerLine({ server, onOpenLedger }: { server: ServerNote; onOpenLedger: () => void }) {
  const words = useWords();
  const { host, crowd, hasSentHeadline, hasNamedStory } = server;
  return (
    <p class="server-line small muted">
      {crowd === null ? words.text('serverAsked', host) : words.count('serverHidden', crowd, host)}{' '}
      {hasNamedStory && `${words.text('serverNamed')} `}
      {words.text(hasSentHeadline ? 'headlineSent' : 'headlineNotSent')}{' '}
      <button type="button" class="link-button" onClick={onOpenLedger}>
        {words.text('openLedger')}
      </button>
    </p>
  );
}
