// Opens a page whose links lead to stories that others cover, as a site of the sample newsroom.
import type { Page } from '@playwright/test';
import type { Newsroom } from '../../scripts/newsroom/newsroom.ts';
import type { PageLink } from './hostile-pages.ts';
import type { Reader } from './reader.ts';

const COVERED = ['election', 'storm', 'bridge', 'union', 'school-board'];

type Parts = { readonly reader: Reader; readonly newsroom: Newsroom };

/** The test has to remove the newsroom's override. */
export async function openCoveredPage(
  { reader, newsroom }: Parts,
  render: (links: readonly PageLink[]) => string,
): Promise<{ page: Page; links: PageLink[] }> {
  const links = COVERED.map((story) => reader.find('harbor-ledger', story)).map(({ url, title }) => ({ url, title }));
  newsroom.setOverride((_host, path) => {
    if (path === '/favicon.ico') return { status: 204 };
    if (path !== '/placing') return undefined;
    return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: render(links) };
  });
  const page = await reader.control.context().newPage();
  await page.goto('https://harbor-ledger.test/placing');
  await page.bringToFront();
  return { page, links };
}
