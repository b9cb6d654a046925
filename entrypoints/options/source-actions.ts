// What the sections of server mode do: test a server, use it, change its switches, filter and clear the ledger.
import type { OptionsState } from '../../components/options/options-state.ts';
import type {
  LedgerFilter,
  LockedChoice,
  ServerTestState,
  SourceActions,
} from '../../components/source/source-state.ts';
import { browser } from '../../utils/browser.ts';
import { parseServerAddress } from '../../utils/coverage/remote/server-address.ts';
import { consentTo } from '../../utils/data-consent.ts';
import { LEDGER_MAX } from '../../utils/ledger-entry.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { changeSetting, writeSetting, writeSettings } from '../../utils/settings.ts';
import { LEDGER_PAGE, readLedger, readSource } from './read-source.ts';
import type { Tell } from './use-options.ts';

export function createSourceActions({ serverTest, ledger, source }: OptionsState, tell: Tell): SourceActions {
  /** Several reads may overlap: only the one for the currently selected kind is shown. */
  const showLedger = async (filter: LedgerFilter, limit: number): Promise<void> => {
    const read = await readLedger(filter, limit);
    tell((now) => (now.ledger?.filter === filter ? read : {}));
  };
  return {
    useDevice: () => {
      tell({ serverTest: null });
      void writeSetting('sourceMode', 'on-device');
    },
    testServer: (address, token) =>
      // The test itself is a request in the ledger.
      void testServer({ address, token: token.trim() }, tell).then(() =>
        showLedger(ledger?.filter ?? 'all', LEDGER_PAGE),
      ),
    useServer: () => {
      if (serverTest?.status === 'answered') void useServer(serverTest, source?.locked ?? []);
    },
    toggleHeadline: () => void toggleHeadline({ isOn: source?.isHeadlineSent ?? false }, tell),
    toggleLinkLookup: () => void toggle('isLinkLookupOn'),
    toggleFallBack: () => void toggle('isFallBackOn'),
    filterLedger: (filter) => {
      tell((now) => (now.ledger === null ? {} : { ledger: { ...now.ledger, filter } }));
      void showLedger(filter, LEDGER_PAGE);
    },
    showMoreLedger: () => {
      if (ledger !== null) void showLedger(ledger.filter, Math.min(LEDGER_MAX, ledger.limit + LEDGER_PAGE));
    },
    clearLedger: () =>
      void clearLedger(tell).then(async (isDone) => {
        if (!isDone) await showLedger(ledger?.filter ?? 'all', LEDGER_PAGE); // what is left
      }),
  };
}

async function clearLedger(tell: Tell): Promise<boolean> {
  const answer = await sendMessage('ledger/clear', {});
  if (answer.ok) tell(({ ledger }) => withEmptied(ledger));
  return answer.ok;
}

/** Keeps the filter that is selected by then. */
export function withEmptied(ledger: OptionsState['ledger']): Pick<OptionsState, 'ledger'> {
  return { ledger: ledger === null ? null : { ...ledger, lines: [], total: 0, hasMore: false } };
}

/** Asks the browser for this one host synchronously in the click, because a user gesture does not outlive an await. */
async function testServer({ address, token }: { address: string; token: string }, tell: Tell): Promise<void> {
  const parsed = parseServerAddress(address);
  if (!parsed.ok) return tell({ serverTest: { status: parsed.error } });
  const request = browser.permissions.request({
    origins: [parsed.value.origin],
    ...consentTo('browsingActivity'),
  });
  tell({ serverTest: { status: 'running' } });
  // It also throws, for a host that the browser's administrator closed to extensions.
  if (!(await request.catch(() => false))) return tell({ serverTest: { status: 'refused' } });
  const { base, host } = parsed.value;
  const answer = await sendMessage('server/test', { address: base, token });
  tell({ serverTest: answer.ok ? toTestState(answer.value, { base, host, token }) : FAILED(host) });
}

const FAILED = (host: string): ServerTestState => ({ status: 'failed', reason: 'unexpected', address: host });

type Tested = { readonly base: string; readonly host: string; readonly token: string };
type TestAnswer = Extract<Awaited<ReturnType<typeof sendMessage<'server/test'>>>, { ok: true }>['value'];

function toTestState(answer: TestAnswer, { base, host, token }: Tested): ServerTestState {
  return answer.status === 'answered'
    ? { ...answer, address: base, token }
    : { status: 'failed', reason: answer.reason, address: host };
}

/** Written together, so that a token never reaches another server. What an organisation set is not written: it ends with its policy. */
async function useServer(
  { address, token }: Extract<ServerTestState, { status: 'answered' }>,
  locked: readonly LockedChoice[],
): Promise<void> {
  const own = locked.includes('address')
    ? {}
    : { serverAddress: address, serverToken: locked.includes('token') ? '' : token };
  await writeSettings({ ...own, ...(locked.includes('mode') ? {} : { sourceMode: 'server' }) });
}

async function toggle(name: 'isLinkLookupOn' | 'isFallBackOn'): Promise<void> {
  await changeSetting(name, (isOn) => !isOn);
}

/** `isOn`: the value shown, so that the browser can be asked synchronously in the click. */
async function toggleHeadline({ isOn }: { readonly isOn: boolean }, tell: Tell): Promise<void> {
  const consent = consentTo('websiteContent');
  const isAsked = !isOn && consent.data_collection;
  const isGranted = !isAsked || (await browser.permissions.request(consent).catch(() => false));
  if (isGranted) await writeSetting('isHeadlineSent', !isOn);
  tell(await readSource()); // after a refusal too, which puts the box back
}
