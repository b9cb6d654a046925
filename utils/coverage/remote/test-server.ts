// Tests a server before its address is saved: what it says of itself, and whether it accepts the token.
import type { MetaAnswer } from '../../../engine/api.ts';
import type { ServerTest } from '../../messages.ts';
import type { CoverageDesk } from '../choose-source.ts';
import { toFailureReason } from '../to-failure-reason.ts';
import type { ApiFailure } from './api-client.ts';
import { askMeta, askStories } from './api-question.ts';
import { chooseLookupBits } from './hash-bits.ts';
import { parseServerAddress } from './server-address.ts';

const WAIT_MS = 15_000;

export async function testServer(
  desk: Pick<CoverageDesk, 'openClient'>,
  { address, token }: { readonly address: string; readonly token: string },
): Promise<ServerTest> {
  const parsed = parseServerAddress(address);
  if (!parsed.ok) return { status: 'failed', reason: 'server-unreadable' };
  const client = await desk.openClient({ ...parsed.value, token, isManaged: false });
  const signal = AbortSignal.timeout(WAIT_MS);
  const meta = await client.send(askMeta(), { signal });
  if (!meta.ok) return toFailedTest(meta.error);
  if (meta.value.type !== 'answer') return { status: 'failed', reason: 'server-unreadable' };
  const answer = meta.value.answer;
  if (chooseLookupBits(answer) === null) return { status: 'failed', reason: 'server-no-crowd' };
  // `meta` needs no token; whether the token is accepted shows with the first question that needs one.
  const stories = await client.send(askStories({ view: 'latest', limit: 1 }), { signal });
  return stories.ok ? describe(answer) : toFailedTest(stories.error);
}

const toFailedTest = ({ error }: ApiFailure): ServerTest => ({ status: 'failed', reason: toFailureReason(error) });

function describe({ name, index, freshness, engineVersion, lookupBits, lookupCrowd }: MetaAnswer): ServerTest {
  return {
    status: 'answered',
    name,
    ...index,
    articleSeenAt: freshness.articleSeenAt,
    engineVersion,
    crowd: lookupBits === 0 ? null : lookupCrowd,
  };
}
