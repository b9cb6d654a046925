// Asks the worker, by the addresses of links alone, whether a page gets badges. Only then the finder is loaded, which reads
// headlines and is several times as large.
//
//   start ─▶ links near the window, and others as they come near ─▶ worker ── finder ─▶ stop asking; the stories that it
//     ▲                                           ▲                  │ │       found are kept for the finder
//     │                                           └────── none ──────┘ └ wait ─▶ nothing until the worker reports a change
//     └─ a change reported by the worker, return to the page, later if it failed ─▶ ask for the page itself ─▶ worker
//   the finder takes over ─▶ end
//
// Invariants: nothing is changed in the page; between two starts each address is asked for once; the finder gets nothing that was
// found before the worker's last report.
import { URL_MAX } from '../../engine/limits.ts';
import { addressOf } from '../links/link-dom.ts';
import { watchNearLinks } from '../links/watch-near-links.ts';
import { endSignal } from '../page/end-signal.ts';
import { injectOnce } from '../page/inject-once.ts';
import { watchReturn } from '../page/watch-return.ts';
import { openWorkerLine, type WorkerLine } from './ask-worker.ts';
import { LINKS_MAX } from './links-max.ts';
import { createRetry } from './retry.ts';
import { offerScouted, type Scouted } from './scouted.ts';

export function scoutPage(): void {
  injectOnce('__parallaxScout', { open: openWorkerLine, start: startScout });
}

/** Returns a function that starts again. */
function startScout(line: WorkerLine): () => void {
  let looking: AbortController | null = null;
  let listening: AbortController | null = null;
  let scouted: Scouted | null = null;

  const end = () => {
    retry.stop();
    endSignal(looking);
    endSignal(listening);
  };
  const start = () => {
    retry.stop();
    endSignal(looking);
    looking = new AbortController();
    scouted = null;
    const { signal } = looking;
    const asked = new Set<string>();
    const ask = async (urls: readonly string[]): Promise<boolean> => {
      const pageUrl = location.href;
      const answer = await line.ask('links/scout', { pageUrl, urls: [...urls] });
      if (signal.aborted) return false;
      if (answer !== null) retry.succeed();
      if (answer?.status === 'none') return true;
      endSignal(looking);
      if (answer?.status === 'finder') {
        const stories = new Map(answer.found.map(({ index, story }) => [urls[index] ?? '', story]));
        scouted = { pageUrl, orders: answer.orders, stories };
      }
      if (!line.isAlive()) end();
      else if (answer === null) retry.later();
      return false;
    };
    const isFresh = (address: string) => address.startsWith('http') && address.length <= URL_MAX && !asked.has(address);
    const askFor = async (links: readonly HTMLAnchorElement[]) => {
      const fresh = [...new Set(links.map(addressOf))].filter(isFresh);
      for (const address of fresh) asked.add(address);
      for (let at = 0; at < fresh.length; at += LINKS_MAX) if (!(await ask(fresh.slice(at, at + LINKS_MAX)))) return;
    };
    watchNearLinks(askFor, signal);
    return ask;
  };
  /** Asks without links too: if all links are far from the window, the open article itself may be covered. */
  const restart = () => void start()([]);
  const retry = createRetry(restart);
  const listen = () => {
    endSignal(listening);
    listening = new AbortController();
    const { signal } = listening;
    signal.addEventListener(
      'abort',
      line.onChanged((change) => change !== 'badges/page' && restart()),
    );
    watchReturn(restart, signal);
  };
  offerScouted(() => {
    end();
    const taken = scouted;
    scouted = null;
    return taken;
  });
  listen();
  start();
  return () => {
    listen();
    restart();
  };
}
