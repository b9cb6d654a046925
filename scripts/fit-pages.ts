// Says where labelled pages would move the weights that tell articles from other pages, and how well weights so fitted do.
//
// Pages of the part held aside are left out. The weights themselves stand in utils/page/weigh-*.ts.
import { PRIOR } from '../utils/page/weigh-page.ts';
import { crossValidate, f1, fitWeights, isTaken, parseReason, type WeighedPage } from './read-pages/fit-weights.ts';
import { openPages } from './read-pages/open-pages.ts';
import { readManifest } from './read-pages/read-manifest.ts';
import { partOf } from './read-pages/split-pages.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';

const USAGE = `Usage: npm run fit-pages -- --manifest M.jsonl [--manifest N.jsonl …]
  --manifest FILE   lists labelled pages; may be given several times`;

const { values } = readCommandLine(USAGE, { options: { manifest: { type: 'string', multiple: true } } });
if (values.manifest === undefined) refuse(USAGE);
refuseMissing(values.manifest);

/** A list taken for an article is worse than another page: chosen so that 19 of 20 are refused in cross-validation. */
const LIST_COST = 1.5;

const pages = (await Promise.all(values.manifest.map(weighPages))).flat();
const given = { prior: PRIOR, byReason: new Map(pages.flatMap(({ reasons }) => reasons.map(parseReason))) };
const fitted = fitWeights(pages, given);
const percent = (share: number) => (100 * share).toFixed(1);
const takenBy = (weights: typeof given) => new Set(pages.filter((page) => isTaken(page, weights)));

console.log(`${pages.length} pages, F1 as shipped ${percent(f1(pages, takenBy(given)))}`);
console.log(`fitted without the sites tried on: ${percent(f1(pages, crossValidate(pages, given)))}`);
console.log(`prior ${given.prior} → ${fitted.prior}`);
for (const [name, weight] of given.byReason) {
  const moved = fitted.byReason.get(name);
  if (moved !== weight) console.log(`${name}: ${weight} → ${moved}`);
}

async function weighPages(manifest: string): Promise<WeighedPage[]> {
  const session = await openPages();
  const weighed: WeighedPage[] = [];
  for (const page of readManifest(manifest)) {
    if (partOf(page.set, page.file) === 'held-aside') continue;
    const saved = page.load();
    await session.open(saved);
    // A page that the gate refuses has no evidence to fit, and is refused whatever the weights.
    const reasons = await session.weigh();
    const { hostname } = new URL(saved.url);
    const site = hostname.endsWith('example.com') ? page.file : hostname;
    if (reasons === null) continue;
    const cost = page.kind === 'section' || page.kind === 'front' ? LIST_COST : 1;
    weighed.push({ site, reasons, isArticle: page.kind === 'article', cost });
  }
  await session.close();
  return weighed;
}
