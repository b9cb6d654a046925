// Asks the worker whether a page is to get badges at all, by the addresses of its links alone. The finder, which looks at
// headlines and is several times as large, is added to the page only then.
//
//   start ─▶ the page by itself ─▶ worker ── finder ─▶ end: it looks from here on
//               │ none             ▲  └───── wait ───▶ nothing until the worker's word
//               └▶ links near the window, and others as they come near
//   the worker's word that there may be more, return to the page ─▶ start
//
// Invariants: nothing is changed in the page; between two starts an address is asked for once.
import { URL_MAX } from '../../engine/limits.ts';
import { addressOf } from '../links/link-dom.ts';
import { watchNearLinks } from '../links/watch-near-links.ts';
import { endSignal } from '../page/end-signal.ts';
import { injectOnce } from '../page/inject-once.ts';
import { openWorkerLine, type WorkerLine } from './ask-worker.ts';
import { LINKS_MAX } from './links-max.ts';

export function scoutPage(): void {
  injectOnce('__parallaxScout', openWorkerLine, startScout);
}

/** Returns how to start again. */
function startScout(line: WorkerLine): () => void {
  let looking = new AbortController();
  let listening = new AbortController();

  const start = async () => {
    endSignal(looking);
    looking = new AbortController();
    const { signal } = looking;
    const asked = new Set<string>();
    const ask = async (urls: readonly string[]): Promise<boolean> => {
      const answer = await line.ask('links/scout', { pageUrl: location.href, urls: [...urls] });
      if (signal.aborted) return false;
      if (answer === 'none') return true;
      endSignal(looking);
      if (answer === 'finder' || !line.isAlive()) endSignal(listening);
      return false;
    };
    const isFresh = (address: string) => address.startsWith('http') && address.length <= URL_MAX && !asked.has(address);
    const askFor = async (links: readonly HTMLAnchorElement[]) => {
      const fresh = [...new Set(links.map(addressOf))].filter(isFresh);
      for (const address of fresh) asked.add(address);
      for (let at = 0; at < fresh.length; at += LINKS_MAX) if (!(await ask(fresh.slice(at, at + LINKS_MAX)))) return;
    };
    if (await ask([])) watchNearLinks(askFor, signal);
  };
  const listen = () => {
    endSignal(listening);
    listening = new AbortController();
    const { signal } = listening;
    signal.addEventListener(
      'abort',
      line.onChanged((change) => change !== 'badges/page' && void start()),
    );
    // Returned to from the back/forward cache, where it heard nothing of the worker.
    addEventListener('pageshow', ({ persisted }) => persisted && void start(), { signal });
    void start();
  };
  listen();
  return listen;
}
