// A small label in a page's header that names the source of the answers: this device, or the server by its name.
import { useWords } from './words/words.ts';

type SourcePillProps = {
  /** The server in use; null when the device answers. */
  serverHost: string | null;
  /** Why the device answered although a server is configured. */
  deviceInstead?: 'deviceInPlace' | 'deviceAfterServer' | null;
};

export function SourcePill({ serverHost, deviceInstead = null }: SourcePillProps) {
  const words = useWords();
  if (serverHost === null || deviceInstead !== null) {
    const title = words.text(deviceInstead ?? 'onThisDeviceTitle', serverHost ?? '');
    return (
      <span class="pill" title={title}>
        <span class="dot" aria-hidden="true" />
        <span>{words.text('onThisDevice')}</span>
      </span>
    );
  }
  return (
    <span class="pill pill-server" title={words.text('fromServerTitle', serverHost)}>
      <span class="dot" aria-hidden="true" />
      <bdi>{words.text('fromServer', serverHost)}</bdi>
    </span>
  );
}
