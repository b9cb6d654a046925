// Sums up weights of evidence and keeps the reasons, so that a verdict can be explained.

export type Weighing = { readonly score: number; readonly reasons: readonly string[] };

/** Weights are log-odds. */
export type Evidence = readonly [applies: boolean, weight: number, reason: string];

/** Adds the evidence that applies. */
export function addEvidence({ score, reasons }: Weighing, evidence: readonly Evidence[]): Weighing {
  const applying = evidence.filter(([applies]) => applies);
  return {
    score: applying.reduce((sum, [, weight]) => sum + weight, score),
    reasons: [...reasons, ...applying.map(([, weight, reason]) => `${weight > 0 ? '+' : ''}${weight} ${reason}`)],
  };
}
