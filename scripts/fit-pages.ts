// Says where labelled pages would move the weights that tell articles from other pages, and how well weights so fitted do.
//
// Usage: npm run fit-pages -- --manifest SET/manifest.jsonl [--manifest …]
// Pages of the part held aside are left out. The weights themselves stand in utils/page/weigh-*.ts.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { PRIOR } from '../utils/page/weigh-page.ts';
import { crossValidate, f1, fitWeights, isTaken, parseReason, type WeighedPage } from './read-pages/fit-weights.ts';
import { openPages } from './read-pages/open-pages.ts';
import { readManifest } from './read-pages/read-manifest.ts';
import { partOf } from './read-pages/split-pages.ts';

const { values } = parseArgs({ options: { manifest: { type: 'string', multiple: true } } });
if (values.manifest === undefined) {
  console.error('Usage: npm run fit-pages -- --manifest M.jsonl [--manifest N.jsonl …]');
  process.exit(1);
}

const pages = (await Promise.all(values.manifest.map(weighPages))).flat();
const given = { prior: PRIOR, byReason: new Map(pages.flatMap(({ reasons }) => reasons.map(parseReason))) };
const fitted = fitWeights(pages, given);
const percent = (share: number) => (100 * share).toFixed(1);
const takenBy = (weights: typeof given) => new Set(pages.filter((page) => isTaken(page, weights)));

console.log(`${pages.length} pages, F1 as shipped ${percent(f1(pages, takenBy(given)))}`);
console.log(`fitted without the pages tried on: ${percent(crossValidate(pages, given))}`);
console.log(`prior ${given.prior} → ${fitted.prior}`);
for (const [name, weight] of given.byReason) {
  const moved = fitted.byReason.get(name);
  if (moved !== weight) console.log(`${name}: ${weight} → ${moved}`);
}

async function weighPages(manifest: string): Promise<WeighedPage[]> {
  const labels = new Map(
    readFileSync(manifest, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): { file: string; kind: string } => JSON.parse(line))
      .map(({ file, kind }) => [file, kind === 'article']),
  );
  const session = await openPages();
  const weighed: WeighedPage[] = [];
  for (const page of readManifest(manifest)) {
    if (partOf(page.set, page.file) === 'held-aside') continue;
    await session.open(page.load());
    // A page that the gate refuses has no evidence to fit, and is refused whatever the weights.
    const reasons = await session.weigh();
    const name = `${page.set}/${page.file}`;
    if (reasons !== null) weighed.push({ name, reasons, isArticle: labels.get(page.file) === true });
  }
  await session.close();
  return weighed;
}
