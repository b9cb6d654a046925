// Serves the sample newsroom until Ctrl-C, and prints how to point a browser at it.
import { startNewsroom } from './newsroom/newsroom.ts';
import { resolverRules } from './newsroom/resolver-rules.ts';
import { SAMPLE_OUTLETS } from './newsroom/sample-outlet.ts';
import { readCommandLine } from './setup/read-command-line.ts';

readCommandLine('Usage: npm run newsroom', {});

const newsroom = await startNewsroom({ now: Date.now() });
console.log(`The sample newsroom is open (invented content, ${newsroom.issue().length} articles).
http  127.0.0.1:${newsroom.httpPort}
https 127.0.0.1:${newsroom.httpsPort}

Start a Chromium with these two switches to visit it:
  --host-resolver-rules="${resolverRules(newsroom)}"
  --ignore-certificate-errors

Outlets:
${SAMPLE_OUTLETS.map((outlet) => `  https://${outlet.host}/  ${outlet.name}`).join('\n')}

Ctrl-C closes it.`);
process.once('SIGINT', () => newsroom.close().then(() => process.exit(0)));
