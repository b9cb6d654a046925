// How benchmark results are represented and printed.

export type BenchRow = {
  readonly what: string;
  /** With its unit. */
  readonly ours: string;
  /** The simple alternative that was measured too, and its result. */
  readonly beside: string;
  /** Our result divided by the alternative's; null where they cannot be compared. */
  readonly ratio: number | null;
  readonly target?: string;
};

export type BenchTable = { readonly title: string; readonly rows: readonly BenchRow[] };

export function formatBenchTable({ title, rows }: BenchTable): string {
  const head = ['', 'measured', 'beside', 'ratio', 'target'];
  const lines = rows.map(({ what, ours, beside, ratio, target }) => [
    what,
    ours,
    beside,
    ratio === null ? '–' : `${ratio.toFixed(2)}×`,
    target ?? '–',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)));
  const format = (line: readonly string[]) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [`## ${title}`, '', format(head), rule, ...lines.map(format)].join('\n');
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
