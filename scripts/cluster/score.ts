// Scores of a grouping against labels: BCubed precision and recall, their harmonic mean F1, and the share of stories found.

export type Labelled = { readonly id: string; readonly story: string };

export type Score = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Share of stories with at least two articles for which one group has 80 % of the articles, and consists of them to 90 %. */
  readonly found: number;
};

/** Articles without a prediction count as groups of one. */
export function scoreGroups(gold: readonly Labelled[], groupOf: (id: string) => string | undefined): Score {
  const labels = new Map<string, number>();
  const groups = new Map<string, number>();
  const both = new Map<string, Map<string, number>>();
  for (const { id, story } of gold) {
    const group = groupOf(id) ?? `alone ${id}`;
    raise(labels, story);
    raise(groups, group);
    const inStory = both.get(story) ?? new Map<string, number>();
    both.set(story, inStory);
    raise(inStory, group);
  }
  let precision = 0;
  let recall = 0;
  let found = 0;
  let large = 0;
  for (const [story, inStory] of both) {
    const size = labels.get(story) ?? 1;
    let best = { shared: 0, group: '' };
    for (const [group, shared] of inStory) {
      precision += shared ** 2 / (groups.get(group) ?? 1);
      recall += shared ** 2 / size;
      if (shared > best.shared) best = { shared, group };
    }
    if (size < 2) continue;
    large++;
    if (best.shared / size >= 0.8 && best.shared / (groups.get(best.group) ?? 1) >= 0.9) found++;
  }
  const p = precision / gold.length;
  const r = recall / gold.length;
  return { precision: p, recall: r, f1: p + r ? (2 * p * r) / (p + r) : 0, found: found / large };
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function percent(share: number): string {
  return Number.isFinite(share) ? (100 * share).toFixed(1) : '–';
}
