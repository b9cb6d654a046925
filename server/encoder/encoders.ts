// Which encoders an operator may name; apart from what opens them, which only those load who use one.

export const ENCODERS = ['use-lite', 'transformers', 'http'] as const;
export type EncoderKind = (typeof ENCODERS)[number];
