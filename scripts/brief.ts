// Prints the briefs, differences, topics and related stories of a file's stories, to be read and judged: npm run brief -- --in FILE
import { formatContext } from './brief/format-context.ts';
import { readStories } from './brief/read-stories.ts';
import { tellStories } from './brief/tell-stories.ts';
import { BadLine } from './cluster/read-articles.ts';
import { readCommandLine, refuse, refuseMissing } from './setup/read-command-line.ts';

const USAGE = `Usage: npm run brief -- --in FILE.jsonl[.gz] [--stories N] [--articles N] [--lead N] [--labels] [--written]
  --in FILE      the articles, one on each line
  --stories N    how many stories to print, spread evenly over the file (10)
  --articles N   only stories of at least N articles (3)
  --lead N       characters of each text that count as its lead (600)
  --labels       stories as the file's "story" field has them, instead of grouping them
  --written      only stories with a brief`;

const { values } = readCommandLine(USAGE, {
  options: {
    in: { type: 'string' },
    stories: { type: 'string', default: '10' },
    articles: { type: 'string', default: '3' },
    lead: { type: 'string', default: '600' },
    labels: { type: 'boolean', default: false },
    written: { type: 'boolean', default: false },
  },
});

async function print(file: string): Promise<void> {
  const stories = await readStories(file, { leadMax: Number(values.lead), areLabelled: values.labels });
  const { told, tally, millisecondsEach } = tellStories(stories, Number(values.articles));
  const shown = values.written ? told.filter(({ context }) => context.brief.status === 'written') : told;
  const step = Math.max(1, Math.floor(shown.length / Number(values.stories)));
  const chosen = shown.filter((_, index) => index % step === 0).slice(0, Number(values.stories));
  for (const one of chosen) console.log(formatContext(one));
  console.error(`${told.length} stories: ${JSON.stringify(tally)}; ${millisecondsEach.toFixed(1)} ms each`);
}

if (!values.in) refuse(USAGE);
refuseMissing([values.in]);
try {
  await print(values.in);
} catch (error) {
  const isExpected = error instanceof BadLine || (error instanceof Error && 'code' in error);
  if (!isExpected) throw error;
  console.error(`${values.in}: ${error.message}`);
  process.exitCode = 1;
}
