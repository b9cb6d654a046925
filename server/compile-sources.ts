// Loads the code of every role and starts none, so that Node keeps what it makes of the sources in NODE_COMPILE_CACHE.
//
// Run when the container's image is built. All files must be among them: for a single one that is not, a start loads the
// compiler of TypeScript, and keeps 40 MB for it.
import './cluster/start-clustering.ts';
import './encoder/open-encoder.ts';
import './ingest/take-given-articles.ts';
import './ingest/websub/callback.ts';
import './roles/start-api-role.ts';
import './roles/start-ingest-role.ts';
import './store/embedded-database.ts';
import './store/postgres-database.ts';
import { loadLanguageIdentifier } from '../engine/text/identify-language.ts';

await loadLanguageIdentifier(); // its statistics are loaded when they are asked for
// The program itself starts when it is loaded; with a role that there is not it says so, and ends.
process.env.ROLE = 'none';
await import('./main.ts');
process.exitCode = 0;
