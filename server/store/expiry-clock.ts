// Stores how far time has verifiably passed, over the expiry rounds of all processes: see engine/round-clock.ts.
import type { EpochMs } from '../../engine/ids.ts';
import { RoundClock, readClock } from '../../engine/round-clock.ts';
import type { Queries } from './database.ts';

/** Call it once a round, in a transaction of its own: others wait for that to end. */
export async function passRound({ query }: Queries, now: EpochMs): Promise<EpochMs> {
  const [row] = await query(
    'select round_at as "roundAt", passed_until as "passedUntil", jumped_at as "jumpedAt" from expiry_clock for update',
  );
  const { roundAt, passedUntil, jumpedAt } = readClock(row === undefined ? null : RoundClock.parse(row), now);
  await query(
    `insert into expiry_clock (round_at, passed_until, jumped_at) values ($1, $2, $3)
    on conflict (is_only) do update set round_at = excluded.round_at, passed_until = excluded.passed_until,
      jumped_at = excluded.jumped_at`,
    [roundAt, passedUntil, jumpedAt],
  );
  return passedUntil;
}
