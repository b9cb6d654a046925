// What the operator is told about a database that cannot be opened.
import { expect, test } from 'vitest';
import { explainOpening } from '../../../../server/store/explain-opening.ts';

const FULL = ['The disk is full: the database in /data has no room.'];

test('a full disk is called that, wherever it was met', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(explainOpening(full, '/data')).toEqual(FULL);
  expect(explainOpening(new Error('It cannot be opened.', { cause: full }), '/data')).toEqual(FULL);
  const thrown = { name: 'ErrnoError', errno: 51 }; // as the embedded database throws it
  expect(explainOpening(new Error('It cannot be opened.', { cause: thrown }), '/data')).toEqual(FULL);
  expect(explainOpening(Object.assign(new Error('could not write'), { code: '53100' }), '/data')).toEqual(FULL);
});

test('anything else is told as it is, with its reason', () => {
  const cause = new Error('relation "articles" does not exist');
  expect(explainOpening(new Error('It cannot be opened.', { cause }), '/data')).toEqual([
    'It cannot be opened.',
    cause.message,
  ]);
  expect(explainOpening(new Error('It is in use.', { cause: { errno: 2 } }), '/data')).toEqual(['It is in use.']);
});
