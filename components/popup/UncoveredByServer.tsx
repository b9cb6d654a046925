// The server knows no other coverage of the page: what it was asked, and what it could have been asked.
import { Button } from '../Button.tsx';
import { Message } from '../Message.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions, ServerNote } from './popup-state.ts';
import { ServerLine } from './ServerLine.tsx';

export function UncoveredByServer({ server, actions }: { server: ServerNote; actions: PopupActions }) {
  const words = useWords();
  const { host, hasSentHeadline } = server;
  return (
    <>
      <Message
        title={words.text('uncoveredTitle')}
        text={words.text(hasSentHeadline ? 'uncoveredByServer' : 'uncoveredByAddress', host)}
      >
        <Button onClick={actions.askServer} isMain>
          {words.text('askServerAgain')}
        </Button>
        <Button onClick={actions.openSource}>{words.text('openSource')}</Button>
      </Message>
      <ServerLine server={server} onOpenLedger={actions.openLedger} />
    </>
  );
}
