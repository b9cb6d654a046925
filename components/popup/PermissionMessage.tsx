// Asks for access to the page: once, on this site, or everywhere, the least access first.
import { Button } from '../Button.tsx';
import { Message } from '../Message.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions } from './popup-state.ts';

type PermissionMessageProps = { host: string; isPrivate: boolean; wasRefused: boolean; actions: PopupActions };

export function PermissionMessage({ host, isPrivate, wasRefused, actions }: PermissionMessageProps) {
  const words = useWords();
  return (
    <>
      <Message title={words.text('permissionTitle')} text={words.text('permissionText')}>
        <Button onClick={actions.readAgain} isMain>
          {words.text('allowOnce')}
        </Button>
        {!isPrivate && (
          <>
            <Button onClick={actions.allowSite}>{words.text('allowSite', host)}</Button>
            <Button onClick={actions.allowEverySite}>{words.text('allowEverySite')}</Button>
          </>
        )}
      </Message>
      {isPrivate && <p class="center muted">{words.text('privateSites')}</p>}
      {wasRefused && (
        <p class="notice" role="status">
          {words.text('permissionRefused')}
        </p>
      )}
    </>
  );
}
