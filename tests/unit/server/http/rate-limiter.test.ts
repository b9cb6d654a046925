// The rate limit of a client: a burst, then a steady rate, separate for each client, in bounded memory.
import { expect, it } from 'vitest';
import { createClientKeys } from '../../../../server/http/client-key.ts';
import { createRateLimiter } from '../../../../server/http/rate-limiter.ts';

function open() {
  const clock = { at: 0 };
  return { clock, limiter: createRateLimiter({ perMinute: 60, burst: 3 }, () => clock.at) };
}

it('allows a burst, then one a second', () => {
  const { clock, limiter } = open();
  expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([null, null, null]);
  expect(limiter.take('a')).toBe(1);
  clock.at = 999;
  expect(limiter.take('a')).toBe(1);
  clock.at = 1000;
  expect(limiter.take('a')).toBeNull();
  expect(limiter.take('a')).toBe(1);
});

it('fills the reserve again, and no further', () => {
  const { clock, limiter } = open();
  for (let n = 0; n < 3; n++) limiter.take('a');
  clock.at = 3_600_000;
  expect([1, 2, 3].map(() => limiter.take('a'))).toEqual([null, null, null]);
  expect(limiter.take('a')).toBe(1);
});

it('keeps limiting a client after the minute in which idle ones are dropped, and says how long to wait', () => {
  const clock = { at: 0 };
  const limiter = createRateLimiter({ perMinute: 6, burst: 20 }, () => clock.at);
  const askUntilRefused = () => {
    for (let asked = 0; ; asked++) {
      const wait = limiter.take('a');
      if (wait !== null) return { asked, wait };
    }
  };
  expect(askUntilRefused()).toEqual({ asked: 20, wait: 10 });
  clock.at = 60_000;
  expect(askUntilRefused()).toEqual({ asked: 6, wait: 10 });
});

it('counts each client by itself', () => {
  const { limiter } = open();
  for (let n = 0; n < 4; n++) limiter.take('a');
  expect(limiter.take('b')).toBeNull();
});

it('forgets who has not asked for a while, and does not grow without end', () => {
  const { clock, limiter } = open();
  for (let n = 0; n < 1000; n++) limiter.take(`client ${n}`);
  clock.at = 120_000;
  limiter.take('another');
  expect(limiter.size()).toBe(1);
  for (let n = 0; n < 150_000; n++) limiter.take(`flood ${n}`);
  expect(limiter.size()).toBeLessThan(120_000);
});

it('names a client by a hash that another process does not share', () => {
  const one = createClientKeys();
  expect(one('203.0.113.1')).toBe(one('203.0.113.1'));
  expect(one('203.0.113.1')).not.toBe(createClientKeys()('203.0.113.1'));
  expect(one('203.0.113.1')).not.toContain('203');
});
