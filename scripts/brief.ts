// Prints briefs, differences, topics and related stories of a file's stories, for reading and judging: npm run brief -- --in FILE
import { computeContexts } from './brief/compute-contexts.ts';
import { formatContext } from './brief/format-context.ts';
import { readStories } from './brief/read-stories.ts';
import { readCommandLine, readCount, refuse, refuseMissing } from './setup/read-command-line.ts';
import { exitIfUnusable } from './setup/unusable.ts';

const USAGE = `Usage: npm run brief -- --in FILE.jsonl[.gz] [--stories N] [--articles N] [--lead N] [--labels] [--written]
  --in FILE      the articles, one per line
  --stories N    number of stories to print, spread evenly over the file (default 10)
  --articles N   only stories of at least N articles (default 3)
  --lead N       characters of each text that count as its lead (default 600)
  --labels       take stories from the file's "story" field instead of clustering
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

const storiesMax = readCount(values.stories, '--stories');
const articlesLeast = readCount(values.articles, '--articles');
const leadMax = readCount(values.lead, '--lead');

async function print(file: string): Promise<void> {
  const stories = await readStories(file, { leadMax, areLabelled: values.labels });
  const { computed, tally, millisecondsEach } = computeContexts(stories, articlesLeast);
  const shown = values.written ? computed.filter(({ context }) => context.brief.status === 'written') : computed;
  const step = Math.max(1, Math.floor(shown.length / storiesMax));
  const chosen = shown.filter((_, index) => index % step === 0).slice(0, storiesMax);
  for (const one of chosen) console.log(formatContext(one));
  console.error(`${computed.length} stories: ${JSON.stringify(tally)}; ${millisecondsEach.toFixed(1)} ms each`);
}

const { in: input } = values;
if (!input) refuse(USAGE);
refuseMissing([input]);
await exitIfUnusable(() => print(input));
