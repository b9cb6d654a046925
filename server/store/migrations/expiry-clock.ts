// Migration 10: when stories were last let go, by any process, so that one whose clock is far ahead for a while ends none.

export const EXPIRY_CLOCK: readonly string[] = [
  `create table expiry_clock (
    is_only boolean primary key default true check (is_only),
    round_at bigint not null,
    passed_until bigint not null,
    jumped_at bigint
  )`,
];
