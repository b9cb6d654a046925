// Notices when the page comes back from the back/forward cache, in which it receives nothing from the worker.
import { watchRoot } from './watch-root.ts';

export function watchReturn(onReturn: () => void, signal: AbortSignal): void {
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && onReturn();
  const listen = () => addEventListener('pageshow', onShow, { signal });
  listen();
  watchRoot(listen, signal);
}
