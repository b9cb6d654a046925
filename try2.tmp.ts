// Trial of hostile pages.
import { SAMPLE_ORIGINS } from './scripts/newsroom/import-newsroom.ts';
import { startNewsroom } from './scripts/newsroom/newsroom.ts';
import { allowSampleSites, syncNow } from './scripts/newsroom/set-up-reader.ts';
import { openExtensionBrowser } from './scripts/setup/extension-browser.ts';
import { getBrowser } from './scripts/setup/find-browser.ts';
import { placedBadges, readBadges, readShifts, watchShifts } from './tests/support/badges.ts';
import { answerHostilePage, HOSTILE_PAGES } from './tests/support/hostile-pages.ts';

const browser = getBrowser(console.error);
if (!browser.ok) throw new Error(browser.error.sentence);
const newsroom = await startNewsroom({ now: Date.now() });
const ext = await openExtensionBrowser({
  browserPath: browser.value.path,
  server: newsroom,
  isHeadless: true,
  grantableOrigins: SAMPLE_ORIGINS,
});
const only = process.argv.slice(2);
try {
  await allowSampleSites(ext);
  await syncNow(ext.control);
  const links = ['election', 'storm', 'bridge', 'union', 'school-board']
    .map((s) => newsroom.issue().find((a) => a.outlet.id === 'harbor-ledger' && a.storyId === s)!)
    .map(({ url, title }) => ({ url, title }));
  for (const hostile of HOSTILE_PAGES) {
    if (only.length && !only.includes(hostile.name)) continue;
    newsroom.setOverride((_h, p) => (p === '/hostile' ? answerHostilePage(hostile, links) : undefined));
    const page = await ext.context.newPage();
    page.on('console', (m) => m.type() !== 'log' && console.log('  console', m.type(), m.text().slice(0, 200)));
    page.on('pageerror', (e) => console.log('  pageerror', String(e).slice(0, 300)));
    await watchShifts(page);
    await page.goto('https://harbor-ledger.test/hostile');
    const t = Date.now();
    const want = hostile.shown === 'all' ? links.length : 1;
    while (
      Date.now() - t < 4000 &&
      ((await placedBadges(page).count()) < want ||
        (hostile.isChanging && !(await page.evaluate(() => Reflect.get(window, 'isDone')))))
    )
      await new Promise((r) => setTimeout(r, 50));
    if (hostile.isChanging) await new Promise((r) => setTimeout(r, 800));
    const facts = await readBadges(page);
    console.log(
      hostile.name,
      hostile.shown,
      'placed',
      facts.length,
      'of',
      await page.locator('parallax-badges .badge').count(),
      'CLS',
      await readShifts(page),
      Date.now() - t + 'ms',
    );
    for (const f of facts)
      if (f.height < 24 || f.fontSize !== '11px' || !f.isInside || f.covers.length)
        console.log('   ', JSON.stringify(f));
    await page.screenshot({ path: `/tmp/cardtry/hostile-${hostile.name}.png` });
    await page.close();
  }
} finally {
  await ext.close();
  await newsroom.close();
}
