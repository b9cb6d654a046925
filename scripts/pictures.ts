// Takes screenshots of every state of the interface in every look, and of badges on hostile pages, into out/pictures.
import { buildExtension } from './setup/build-extension.ts';
import { getBrowser } from './setup/find-browser.ts';
import { readCommandLine } from './setup/read-command-line.ts';
import { runProgram } from './setup/run-program.ts';

const FOLDER = 'out/pictures';

readCommandLine('Usage: npm run pictures', {});

const browser = getBrowser(console.error);
if (!browser.ok) {
  console.error(browser.error.sentence);
  process.exit(1);
}
await buildExtension('chrome');
const { isOk } = await runProgram(['playwright', 'test', 'pictures', 'badges-hostile'], {
  env: { CHROME_PATH: browser.value.path, PARALLAX_PICTURES: FOLDER },
});
console.log(`The pictures are in ${FOLDER}.`);
process.exitCode = isOk ? 0 : 1;
