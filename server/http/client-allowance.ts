// How many requests each client may make; clients are counted under a name that does not reveal their address.
import { type Caller, findClientAddress, type TrustedProxies, toClientName } from './client-address.ts';
import { createClientKeys } from './client-key.ts';
import { createRateLimiter, type Rate } from './rate-limiter.ts';

export type Allowing = {
  readonly rate: Rate;
  readonly trustedProxies: TrustedProxies;
  /** Monotonic milliseconds. */
  readonly ticks: () => number;
};

/** Null when the caller may ask; otherwise the seconds to wait. */
export type Allowance = (caller: Caller) => number | null;

export function createAllowance({ rate, trustedProxies, ticks }: Allowing): Allowance {
  const limiter = createRateLimiter(rate, ticks);
  const nameClient = createClientKeys();
  return (caller) => limiter.take(nameClient(toClientName(findClientAddress(caller, trustedProxies))));
}
