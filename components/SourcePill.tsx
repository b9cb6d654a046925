// Where answers come from, as a small mark in a page's head: this device, or the server by its name.
import { useWords } from './words/words.ts';

export function SourcePill({ serverHost }: { serverHost: string | null }) {
  const words = useWords();
  if (serverHost === null) {
    return (
      <span class="pill" title={words.text('onThisDeviceTitle')}>
        <span class="dot" aria-hidden="true" />
        {words.text('onThisDevice')}
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
