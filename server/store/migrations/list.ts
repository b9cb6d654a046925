// All migrations in order. One that has been released never changes: corrections get a new number.
import { EXPIRY_CLOCK } from './expiry-clock.ts';
import { FIRST_TABLES } from './first-tables.ts';
import { FORMER_PLACES } from './former-places.ts';
import { MARKS } from './marks.ts';
import { MATCH_TERMS } from './match-terms.ts';
import { MATCH_TERMS_AT_ONCE } from './match-terms-at-once.ts';
import { PARTINGS } from './partings.ts';
import { POLLING } from './polling.ts';
import { SET_ASIDE } from './set-aside.ts';
import { STORED_ENTRIES } from './stored-entries.ts';
import { UNREADABLE_ARTICLES } from './unreadable-articles.ts';
import { UNREADABLE_ENTRIES } from './unreadable-entries.ts';
import { VECTORS } from './vectors.ts';
import { WEBSUB_CALLBACK } from './websub-callback.ts';

export type Migration = { readonly number: number; readonly name: string; readonly statements: readonly string[] };

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'first-tables', statements: FIRST_TABLES },
  { number: 2, name: 'polling', statements: POLLING },
  { number: 3, name: 'match-terms', statements: MATCH_TERMS },
  { number: 4, name: 'match-terms-at-once', statements: MATCH_TERMS_AT_ONCE },
  { number: 5, name: 'vectors', statements: VECTORS },
  { number: 6, name: 'stored-entries', statements: STORED_ENTRIES },
  { number: 7, name: 'websub-callback', statements: WEBSUB_CALLBACK },
  { number: 8, name: 'former-places', statements: FORMER_PLACES },
  { number: 9, name: 'marks', statements: MARKS },
  { number: 10, name: 'expiry-clock', statements: EXPIRY_CLOCK },
  { number: 11, name: 'partings', statements: PARTINGS },
  { number: 12, name: 'set-aside', statements: SET_ASIDE },
  { number: 13, name: 'unreadable-entries', statements: UNREADABLE_ENTRIES },
  { number: 14, name: 'unreadable-articles', statements: UNREADABLE_ARTICLES },
];
