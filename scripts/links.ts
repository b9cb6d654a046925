// Decides for each link of a labelled list, from address and text alone, whether it leads to an article, and scores that.
//
// Relative addresses are resolved against an invented front page.
import { decideLinks } from './links/decide-links.ts';
import { readLinks } from './links/read-links.ts';
import { formatScores, scoreLinks } from './links/score-links.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';
import { writeWhole } from './setup/write-whole.ts';

const USAGE = `Usage: npm run links -- --in LINKS.csv [--out PREDICTIONS.jsonl] [--part tuning|held-aside] [--errors]
  --in FILE     the list, with the columns text, url, handle and is_story
  --out FILE    output, one line per link with the decision
  --part PART   only the sites for tuning, or only those held out
  --errors      print the links that were decided wrongly`;
const PARTS = ['tuning', 'held-aside'];

const { values } = readCommandLine(USAGE, {
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});
const { in: input, out, part, errors } = values;
if (input === undefined || (part !== undefined && !PARTS.includes(part))) refuse(USAGE);
refuseMissing([input]);
await exitIfUnusable(() => decide(input));

async function decide(file: string): Promise<void> {
  const decided = decideLinks(readLinks(file)).filter((link) => part === undefined || link.part === part);
  if (out !== undefined) {
    const lines = decided.map(({ row, text, url, handle, said, points }) =>
      JSON.stringify({ row, text, url, handle, isStory: said, points }),
    );
    await writeWhole(out, lines.map((line) => `${line}\n`).join(''));
  }
  console.log(formatScores(scoreLinks(decided)));
  if (!errors) return;
  for (const { points, isStory, said, text, url } of decided) {
    if (said !== isStory)
      console.log(`${points}\t${isStory ? 'story' : 'other'}\t${text.slice(0, 80)}\t${url.slice(0, 160)}`);
  }
}
