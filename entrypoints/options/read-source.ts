// Reads what the options page's two sections of server mode show: the source settings in force, and the ledger.
import type { OptionsState } from '../../components/options/options-state.ts';
import type { LedgerFilter } from '../../components/source/source-state.ts';
import { parseServerAddress } from '../../utils/coverage/remote/server-address.ts';
import { hasConsent } from '../../utils/data-consent.ts';
import { LEDGER_MAX } from '../../utils/ledger-entry.ts';
import { sendMessage } from '../../utils/messaging.ts';
import { readPolicy } from '../../utils/policy/policy-copy.ts';
import { readSettings } from '../../utils/settings.ts';
import { applyPolicy, findLocked } from '../../utils/source-settings.ts';

/** Number of lines shown at first, and added by each "show more". */
export const LEDGER_PAGE = 50;

export async function readSource(): Promise<Partial<OptionsState>> {
  const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
  const choice = applyPolicy(settings, policy);
  return {
    source: {
      mode: choice.sourceMode,
      address: toUsedAddress(choice.serverAddress),
      token: choice.serverToken.trim(),
      isHeadlineSent: choice.isHeadlineSent && (await hasConsent('websiteContent')),
      isLinkLookupOn: choice.isLinkLookupOn,
      isFallBackOn: choice.isFallBackOn,
      locked: findLocked(policy),
      keepsNothing: policy.keepNothing ?? false,
    },
  };
}

/** In the form in which requests use it and a test reports it: an organisation may have omitted the scheme or the last slash. */
function toUsedAddress(written: string): string {
  const parsed = parseServerAddress(written);
  return parsed.ok ? parsed.value.base : written;
}

export async function readLedger(filter: LedgerFilter, limit: number): Promise<Partial<OptionsState>> {
  const answer = await sendMessage('ledger/list', { kind: filter === 'all' ? null : filter, limit });
  if (!answer.ok) return {};
  const { entries, total, isDiskRead } = answer.value;
  const hasMore = limit < Math.min(total, LEDGER_MAX);
  return { ledger: { filter, lines: entries, total, limit, hasMore, isDiskRead } };
}
