// Decides for each link of a labelled list, from address and text alone, whether it leads to an article, and scores that.
//
// Usage: npm run links -- --in LINKS.csv [--out PREDICTIONS.jsonl] [--part tuning|held-aside] [--errors]
// The list has the columns text, url, handle and is_story. Relative addresses are taken to be of the site's own front page.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decideLinks } from './links/decide-links.ts';
import { readLinks } from './links/read-links.ts';
import { formatScores, scoreLinks } from './links/score-links.ts';

const USAGE = 'Usage: npm run links -- --in LINKS.csv [--out PREDICTIONS.jsonl] [--part tuning|held-aside] [--errors]';
const PARTS = ['tuning', 'held-aside'];

const { values } = parseArgs({
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    part: { type: 'string' },
    errors: { type: 'boolean', default: false },
  },
});
if (values.in === undefined || (values.part !== undefined && !PARTS.includes(values.part))) {
  console.error(USAGE);
  process.exit(2);
}
const decided = decideLinks(readLinks(values.in)).filter(
  ({ part }) => values.part === undefined || part === values.part,
);
if (values.out !== undefined) {
  const lines = decided.map(({ row, text, url, handle, said, points }) =>
    JSON.stringify({ row, text, url, handle, isStory: said, points }),
  );
  writeFileSync(values.out, lines.map((line) => `${line}\n`).join(''));
}
console.log(formatScores(scoreLinks(decided)));
if (values.errors) {
  for (const { points, isStory, said, text, url } of decided) {
    if (said !== isStory)
      console.log(`${points}\t${isStory ? 'story' : 'other'}\t${text.slice(0, 80)}\t${url.slice(0, 160)}`);
  }
}
