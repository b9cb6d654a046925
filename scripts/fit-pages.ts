// Shows how labelled pages would change the weights that identify articles, and how well the fitted weights do.
//
// Pages of the held-out part are not used. The weights themselves are in utils/page/weigh-*.ts.
import { PRIOR } from '../utils/page/weigh-page.ts';
import { crossValidate, f1, fitWeights, isTaken, parseReason, type WeighedPage } from './read-pages/fit-weights.ts';
import { openPages } from './read-pages/open-pages.ts';
import { readManifest, type SavedPage } from './read-pages/read-manifest.ts';
import { partOf } from './read-pages/split-pages.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable, unusable } from './setup/unusable.ts';

const USAGE = `Usage: npm run fit-pages -- --manifest M.jsonl [--manifest N.jsonl …]
  --manifest FILE   lists labelled pages; may be given several times`;

const { values } = readCommandLine(USAGE, { options: { manifest: { type: 'string', multiple: true } } });
const { manifest: manifests } = values;
if (manifests === undefined) refuse(USAGE);
refuseMissing(manifests);

/** Cost of taking a list for an article, relative to other pages; chosen so that 19 of 20 are refused in cross-validation. */
const LIST_COST = 1.5;

await exitIfUnusable(async () => {
  const read = manifests.map(readLabelled);
  printFit((await Promise.all(read.map(weighPages))).flat());
});

function readLabelled(manifest: string): readonly LabelledPage[] {
  const pages = readManifest(manifest);
  if (pages.length === 0) throw unusable('it contains no pages', { place: manifest });
  return pages.map((page) => {
    const { file, kind } = page;
    if (kind === null) throw unusable('"kind" is missing', { place: `${manifest}, ${file}` });
    return { ...page, kind };
  });
}

type LabelledPage = SavedPage & { readonly kind: string };

async function weighPages(pages: readonly LabelledPage[]): Promise<WeighedPage[]> {
  const session = await openPages();
  const weighed: WeighedPage[] = [];
  for (const page of pages) {
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

function printFit(pages: readonly WeighedPage[]): void {
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
}
