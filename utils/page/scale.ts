// Sums up weights of evidence and keeps the reasons, so that a verdict can be explained.

export type Weighing = { readonly score: number; readonly reasons: readonly string[] };

/** `say` adds a weight and its reason if `applies` is true. Weights are log-odds. */
export type Scale = { say(applies: boolean, weight: number, reason: string): void; total(): Weighing };

export function createScale(start: Weighing): Scale {
  const reasons = [...start.reasons];
  let score = start.score;
  return {
    say(applies, weight, reason) {
      if (!applies) return;
      score += weight;
      reasons.push(`${weight > 0 ? '+' : ''}${weight} ${reason}`);
    },
    total: () => ({ score, reasons }),
  };
}
