// Migration 10: when any process last expired stories, so that one whose clock runs far ahead does not delete live ones.

export const EXPIRY_CLOCK: readonly string[] = [
  `create table expiry_clock (
    is_only boolean primary key default true check (is_only),
    round_at bigint not null,
    passed_until bigint not null,
    jumped_at bigint
  )`,
];
