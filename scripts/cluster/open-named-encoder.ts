// The encoder named on the command line, with the parameters that were measured for it.
import type { ClustererOptions } from '../../engine/cluster/story-clusterer.ts';
import type { Encoder } from '../../engine/ports.ts';
import { ENCODERS } from '../../server/encoder/encoders.ts';
import { openEncoder } from '../../server/encoder/open-encoder.ts';
import { Unusable } from '../setup/unusable.ts';
import { createHashedEncoder } from './hashed-encoder.ts';

export type NamedEncoder = { readonly encoder: Encoder; readonly tuning: NonNullable<ClustererOptions['tuning']> };

type Naming = {
  readonly name: string;
  readonly model: string;
  readonly address: string;
  readonly key: string | null;
};

export async function openNamedEncoder({ name, model, address, key }: Naming): Promise<NamedEncoder> {
  if (name === 'hashed') return { encoder: createHashedEncoder(), tuning: { denseWeight: 0.4, denseNeutral: 0.4 } };
  const encoder = ENCODERS.find((known) => known === name);
  if (encoder === undefined) throw new Unusable(`No encoder is called ${name}: hashed, ${ENCODERS.join(', ')}.`);
  const opened = await openEncoder({ encoder, model: model || null, address: address || null, key });
  if (!opened.ok) throw new Unusable(opened.error);
  return { encoder: opened.value, tuning: {} };
}
