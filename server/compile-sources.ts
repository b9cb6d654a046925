// Loads the code of every role without starting any, so that Node stores the compiled sources in NODE_COMPILE_CACHE.
//
// Runs when the container image is built. It must load every file: for a single file missing from the cache, a start loads the
// TypeScript compiler, which takes 40 MB.
import './cluster/start-clustering.ts';
import './encoder/open-encoder.ts';
import './ingest/take-given-articles.ts';
import './ingest/websub/callback.ts';
import './roles/start-api-role.ts';
import './roles/start-ingest-role.ts';
import './store/embedded-database.ts';
import './store/postgres-database.ts';
import { loadLanguageIdentifier } from '../engine/text/identify-language.ts';

await loadLanguageIdentifier(); // also loads its statistics, which are otherwise loaded on first use
// Importing main.ts starts the program; with an unknown role it prints a message and ends.
process.env.ROLE = 'none';
await import('./main.ts');
process.exitCode = 0;
