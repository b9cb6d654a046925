// Scores decisions on labelled links: precision, recall and F1 of "leads to an article", for each part and in total.
import type { DecidedLink } from './decide-links.ts';

export type LinkScore = {
  readonly name: string;
  readonly links: number;
  readonly stories: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

export function scoreLinks(links: readonly DecidedLink[]): LinkScore[] {
  const parts = ['tuning', 'held-aside'].map((name) =>
    score(
      name,
      links.filter(({ part }) => part === name),
    ),
  );
  return [...parts, score('all', links)].filter((part) => part.links > 0);
}

function score(name: string, links: readonly DecidedLink[]): LinkScore {
  const stories = links.filter(({ isStory }) => isStory).length;
  const said = links.filter((link) => link.said);
  const right = said.filter(({ isStory }) => isStory).length;
  const precision = said.length === 0 ? 0 : right / said.length;
  const recall = stories === 0 ? 0 : right / stories;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { name, links: links.length, stories, precision, recall, f1 };
}

export function formatScores(scores: readonly LinkScore[]): string {
  const lines = scores.map(({ name, links, stories, ...rates }) =>
    [name, links, stories, ...[rates.precision, rates.recall, rates.f1].map((rate) => rate.toFixed(3))].join(' | '),
  );
  return [
    '| part | links | stories | precision | recall | F1 |',
    '|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
