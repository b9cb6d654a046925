// What is logged about an exception: where in our code it was thrown, and never what its message quotes.
import { expect, it } from 'vitest';
import { describeSafely } from '../../../server/describe-safely.ts';
import { findShard } from '../../../server/store/shards.ts';

const SECRET = 'words of a reader';

function failWith(stack: readonly string[], parts: object = {}): Error {
  const lines = [`TypeError: ${SECRET}`, ...stack.map((frame) => `    at ${frame}`)];
  return Object.assign(new TypeError(SECRET), { stack: lines.join('\n'), ...parts });
}

const PACKAGE = 'parse (/app/node_modules/pg/lib/parser.js:12:3)';

it.each<[string, unknown, string]>([
  ['in the server', failWith(['ask (/app/server/store/intake.ts:81:9)']), 'TypeError at server/store/intake.ts:81'],
  ['in the engine', failWith(['file:///app/engine/text/stem.ts:7:1']), 'TypeError at engine/text/stem.ts:7'],
  [
    'in a package that our code called',
    failWith([PACKAGE, 'async ask (/app/server/store/intake.ts:81:9)', 'run (/app/server/main.ts:3:1)']),
    'TypeError at server/store/intake.ts:81',
  ],
  ['in a package alone', failWith([PACKAGE]), 'TypeError at outside of the server'],
  ['of the database', failWith([PACKAGE], { code: '22P02' }), 'TypeError 22P02 at outside of the server'],
  ['of the system', failWith([PACKAGE], { code: 'ENOSPC' }), 'TypeError ENOSPC at outside of the server'],
  ['with words for a code', failWith([PACKAGE], { code: SECRET }), 'TypeError at outside of the server'],
  ['that is none', SECRET, 'string at outside of the server'],
])('an exception %s', (_, cause, told) => {
  expect(describeSafely(cause)).toBe(told);
});

it('an exception as it is thrown', () => {
  let thrown: unknown;
  try {
    findShard([], 'en');
  } catch (cause) {
    thrown = cause;
  }
  expect(describeSafely(thrown)).toMatch(/^Error at server\/store\/shards\.ts:\d+$/);
});
