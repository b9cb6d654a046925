// Where answers come from: the user's choice, overridden by an organisation's policy.
import { parseServerAddress, type ServerAddress } from './coverage/remote/server-address.ts';
import type { Policy } from './policy/policy.ts';
import { readPolicy } from './policy/policy-copy.ts';
import { readSettings, type Settings } from './settings.ts';

type Choice = Pick<
  Settings,
  | 'sourceMode'
  | 'serverAddress'
  | 'serverToken'
  | 'isHeadlineSent'
  | 'isLinkLookupOn'
  | 'isFallBackOn'
  | 'ratingPacksOff'
>;

/** What an organisation can decide for its users. */
type LockedChoice = 'mode' | 'address' | 'token' | 'headline' | 'links' | 'fall-back';

/** `isManaged`: chosen by an organisation, which may grant the host permission centrally, or allow requests by CORS. */
export type ChosenServer = ServerAddress & { readonly token: string; readonly isManaged: boolean };

export type SourceSettings =
  | { readonly mode: 'on-device' }
  | {
      readonly mode: 'server';
      readonly server: ChosenServer | null;
      readonly maySendHeadline: boolean;
      /** Links on pages, for badges. */
      readonly mayAskLinks: boolean;
      readonly doesFallBack: boolean;
      /** Nothing of the requests is written to disk. */
      readonly keepsNothing: boolean;
      readonly locked: readonly LockedChoice[];
    };

export async function readSourceSettings(): Promise<SourceSettings> {
  const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
  return findSource(settings, policy);
}

export function findSource(settings: Settings, policy: Policy): SourceSettings {
  return toSourceSettings(applyPolicy(settings, policy), policy);
}

/** The effective choice: the policy's values, and the user's for everything else. */
export function applyPolicy<Chosen extends Choice>(choice: Chosen, policy: Policy): Chosen {
  return {
    ...choice,
    sourceMode: policy.sourceMode ?? choice.sourceMode,
    serverAddress: policy.serverAddress ?? choice.serverAddress,
    // A token belongs to one server: the user's own must not be sent to the organisation's.
    serverToken: policy.serverToken ?? (policy.serverAddress === undefined ? choice.serverToken : ''),
    isHeadlineSent: policy.allowHeadline === false ? false : choice.isHeadlineSent,
    isLinkLookupOn: policy.allowLinkLookups === false ? false : choice.isLinkLookupOn,
    isFallBackOn: policy.fallBackToDevice ?? choice.isFallBackOn,
    ratingPacksOff: [...new Set([...choice.ratingPacksOff, ...(policy.ratingPacksOff ?? [])])],
  };
}

export function findLocked(policy: Policy): LockedChoice[] {
  const locked: readonly (readonly [LockedChoice, boolean])[] = [
    ['mode', policy.sourceMode !== undefined],
    ['address', policy.serverAddress !== undefined],
    // The token is locked together with the organisation's address, even if it is empty.
    ['token', policy.serverToken !== undefined || policy.serverAddress !== undefined],
    ['headline', policy.allowHeadline === false],
    ['links', policy.allowLinkLookups === false],
    ['fall-back', policy.fallBackToDevice !== undefined],
  ];
  return locked.flatMap(([choice, isLocked]) => (isLocked ? [choice] : []));
}

function toSourceSettings(choice: Choice, policy: Policy): SourceSettings {
  if (choice.sourceMode === 'on-device') return { mode: 'on-device' };
  const address = parseServerAddress(choice.serverAddress);
  return {
    mode: 'server',
    server: address.ok
      ? { ...address.value, token: choice.serverToken, isManaged: policy.serverAddress !== undefined }
      : null,
    maySendHeadline: choice.isHeadlineSent,
    mayAskLinks: choice.isLinkLookupOn,
    doesFallBack: choice.isFallBackOn,
    keepsNothing: policy.keepNothing ?? false,
    locked: findLocked(policy),
  };
}

/** Feeds serve the device's own answers; a server polls its own. */
export async function areFeedsPolled(): Promise<boolean> {
  return hasOwnIndex(await readSourceSettings());
}

export function hasOwnIndex(settings: SourceSettings): boolean {
  return settings.mode === 'on-device' || settings.doesFallBack;
}
