// How much each client may ask: counted by a name that says nothing of its address.
import { type Caller, findClientAddress, type TrustedProxies, toClientName } from './client-address.ts';
import { createClientKeys } from './client-key.ts';
import { createRateLimiter, type Rate } from './rate-limiter.ts';

export type Allowing = {
  readonly rate: Rate;
  readonly trustedProxies: TrustedProxies;
  /** Milliseconds that never run backwards. */
  readonly ticks: () => number;
};

/** Null when the caller may ask; else the seconds after which he may again. */
export type Allowance = (caller: Caller) => number | null;

export function createAllowance({ rate, trustedProxies, ticks }: Allowing): Allowance {
  const limiter = createRateLimiter(rate, ticks);
  const nameClient = createClientKeys();
  return (caller) => limiter.take(nameClient(toClientName(findClientAddress(caller, trustedProxies))));
}
