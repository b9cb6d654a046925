// Builds Parallax and shows it at work in a separate browser, with the invented sample newsroom as its web.
//
// Without a display, or with --headless, it runs invisibly and leaves screenshots and a coverage report behind.
import path from 'node:path';
import { listenForStop } from '../server/listen-for-stop.ts';
import { SAMPLE_ORIGINS } from './newsroom/import-newsroom.ts';
import type { PublishedArticle } from './newsroom/issue-of-the-day.ts';
import { startNewsroom } from './newsroom/newsroom.ts';
import { allowSampleSites, syncNow, untilWelcomed } from './newsroom/set-up-reader.ts';
import { runTour, type Stop } from './newsroom/tour.ts';
import { buildExtension } from './setup/build-extension.ts';
import { openExtensionBrowser } from './setup/extension-browser.ts';
import { getBrowser } from './setup/find-browser.ts';
import { readCommandLine } from './setup/read-command-line.ts';
import { PROJECT_ROOT } from './setup/run-program.ts';

const USAGE = `Usage: npm start [-- --headless]
  --headless   run invisibly, and save screenshots and a coverage report`;

const { values } = readCommandLine(USAGE, { options: { headless: { type: 'boolean', default: false } } });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const isHeadless = values.headless || !hasDisplay;

if (!(await buildExtension('chrome')).isBuilt) process.exit(1);
const browser = getBrowser(console.error);
if (!browser.ok) {
  console.error(browser.error.sentence);
  process.exit(1);
}

const newsroom = await startNewsroom({ now: Date.now() });
const extension = await openExtensionBrowser({
  browserPath: browser.value.path,
  server: newsroom,
  isHeadless,
  grantableOrigins: SAMPLE_ORIGINS,
});
const stopAll = async () => {
  await extension.close().catch(() => {}); // the user may have closed the browser already
  await newsroom.close();
};
const stopSignal = listenForStop(process, () => process.exit(130));
stopSignal.addEventListener('abort', () => stopAll().finally(() => process.exit(130)));

try {
  const { control } = extension;
  await untilWelcomed(extension); // otherwise the onboarding page might cover another one later
  await allowSampleSites(extension);
  const { articles, stories } = await syncNow(control);
  console.log(`Polled the sample newsroom (invented content): ${articles} articles in ${stories} stories.`);
  if (isHeadless) {
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const folder = path.join(PROJECT_ROOT, 'out', `tour-${stamp}`);
    await runTour({ extension, folder, stops: planTour(newsroom.issue()) });
    console.log(`The tour ran invisibly. Screenshots and coverage.txt are in\n${folder}`);
  } else {
    const page = await extension.context.newPage();
    await page.goto(findArticle(newsroom.issue(), { outletId: 'harbor-ledger', storyId: 'bridge' }).url);
    await page.bringToFront();
    await extension.openPopup();
    await control.close();
    console.log('Close the browser or press Ctrl-C to end.');
    await extension.context.waitForEvent('close', { timeout: 0 });
  }
} catch (cause) {
  // Playwright reacts to the signals too, so pending browser operations fail, as expected.
  if (!stopSignal.aborted) throw cause;
} finally {
  await stopAll();
}

function planTour(issue: readonly PublishedArticle[]): Stop[] {
  return [
    { name: '1-covered-article', url: findArticle(issue, { outletId: 'harbor-ledger', storyId: 'bridge' }).url },
    { name: '2-blindspot', url: findArticle(issue, { outletId: 'meridian-post', storyId: 'union' }).url },
    { name: '3-uncovered-article', url: findArticle(issue, { outletId: 'maple-valley', storyId: 'library' }).url },
    { name: '4-front-page', url: 'https://harbor-ledger.test/' },
    { name: '5-not-an-article', url: 'https://harbor-ledger.test/about' },
  ];
}

type Wanted = { readonly outletId: string; readonly storyId: string };

function findArticle(issue: readonly PublishedArticle[], { outletId, storyId }: Wanted): PublishedArticle {
  const found = issue.find((article) => article.outlet.id === outletId && article.storyId === storyId);
  if (found === undefined) throw new Error(`No sample article of ${outletId} on ${storyId}`);
  return found;
}
