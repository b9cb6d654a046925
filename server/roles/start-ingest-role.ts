// The ingest role: brings articles in from feeds, the firehose and hubs.
import { loadLanguageIdentifier } from '../../engine/text/identify-language.ts';
import { createSafeFetch, type SafeFetch } from '../ingest/safe-fetch.ts';
import { startIngest } from '../ingest/start-ingest.ts';
import { createTakeInto } from '../ingest/take-into.ts';
import type { RoleParts } from './role-parts.ts';

export async function startIngestRole(parts: RoleParts): Promise<void> {
  const { settings, log, database, catalogue, keepMs, closing } = parts;
  const now = Date.now;
  const safeFetch = openSafeFetch(parts);
  closing.push(safeFetch.close);
  const identifyLanguage = await loadLanguageIdentifier();
  const take = createTakeInto({ now, keepMs });
  const deps = { database, catalogue, config: settings, safeFetch, identifyLanguage, take, now, log };
  const ingest = await startIngest({ ...deps, random: Math.random });
  closing.push(ingest.stop);
}

function openSafeFetch({ settings, findDetour }: RoleParts): SafeFetch {
  const contact = settings.contact === null ? '' : `; +${settings.contact}`;
  return createSafeFetch({
    userAgent: `Parallax/1.0 (groups news into stories${contact})`,
    ports: settings.fetchPorts.map(Number),
    ...(findDetour === undefined ? {} : { findDetour }),
  });
}
