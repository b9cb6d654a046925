// The encoder that a command names, with the numbers that were measured for it.
import type { ClustererOptions } from '../../engine/cluster/story-clusterer.ts';
import type { Encoder } from '../../engine/ports.ts';
import { openHttpEncoder } from '../../server/encoder/http-encoder.ts';
import { openPackageEncoder } from '../../server/encoder/package-encoder.ts';
import { createHashedEncoder } from './hashed-encoder.ts';

export type NamedEncoder = { readonly encoder: Encoder; readonly tuning: NonNullable<ClustererOptions['tuning']> };

type Naming = {
  readonly name: string;
  readonly model: string;
  readonly address: string;
  readonly key: string | null;
};

export async function openNamedEncoder({ name, model, address, key }: Naming): Promise<NamedEncoder> {
  switch (name) {
    case 'hashed':
      return { encoder: createHashedEncoder(), tuning: { denseWeight: 0.4, denseNeutral: 0.4 } };
    case 'use-lite':
    case 'transformers': {
      const opened = await openPackageEncoder({ kind: name, model });
      if (opened.ok) return { encoder: opened.value, tuning: {} };
      if (opened.error.reason !== 'not-installed')
        throw new Error(`The encoder failed: ${JSON.stringify(opened.error)}`);
      throw new Error(
        `${name} needs packages that are not installed: npm i --no-save ${opened.error.packages.join(' ')}`,
      );
    }
    case 'http': {
      const opened = await openHttpEncoder({ address, model, key }, AbortSignal.timeout(60_000));
      if (opened.ok) return { encoder: opened.value, tuning: {} };
      throw new Error(`The encoder at ${address} failed: ${JSON.stringify(opened.error)}`);
    }
    default:
      throw new Error(`No encoder is called ${name}. There are: hashed, use-lite, transformers, http.`);
  }
}
