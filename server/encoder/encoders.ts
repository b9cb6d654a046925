// The encoders an operator can choose; separate from the code that opens them, which is loaded only when one is used.

export const ENCODERS = ['use-lite', 'transformers', 'http'] as const;
export type EncoderKind = (typeof ENCODERS)[number];
