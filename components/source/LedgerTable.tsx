// The requests in the ledger as a list, newest first: what was requested, what it contained, how it ended.
import { Parts } from '../words/Parts.tsx';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import type { Contained, LedgerLine } from './ledger-line.ts';
import { LEDGER_KIND_NAMES } from './ledger-names.ts';
import { isServerFailure } from './server-failures.ts';

export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <ul class="ledger">
      {lines.map((line, index) => (
        <li key={`${line.at} ${index}`} tabIndex={-1}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: LedgerLine }) {
  const words = useWords();
  const { at, kind, contained, hasToken, sentBytes, receivedBytes, host, isInMemory } = line;
  const name = LEDGER_KIND_NAMES.get(kind);
  return (
    <>
      <p>
        <b>{name && words.text(name)}</b> <span class="muted">{words.time(at)}</span>{' '}
        {isInMemory && <span class="tag label">{words.text('ledgerInMemory')}</span>}
      </p>
      <p>
        {describeContained(contained, words)}
        {hasToken && ` ${words.text('ledgerToken')}`}
      </p>
      <p class="small muted">
        <Parts>
          <bdi>{host}</bdi>
          {words.text('ledgerBytes', formatBytes(sentBytes, words), formatBytes(receivedBytes, words))}
          {describeOutcome(line, words)}
        </Parts>
      </p>
    </>
  );
}

function describeContained(contained: Contained, words: Words): string {
  switch (contained.type) {
    case 'hash-bits':
      return words.count('containedBits', contained.bits);
    case 'headline':
      return words.count('containedHeadline', contained.characters);
    case 'search':
      return words.count('containedSearch', contained.characters);
    default:
      return words.text(CONTAINED_TEXTS[contained.type]);
  }
}

const CONTAINED_TEXTS = {
  nothing: 'containedNothing',
  'whole-index': 'containedWhole',
  'story-id': 'containedStory',
  'story-and-reader': 'containedStoryReader',
  outlet: 'containedOutlet',
} as const satisfies Record<string, TextKey>;

function describeOutcome({ outcome }: LedgerLine, words: Words): string {
  if (outcome.type === 'answered') return words.text('ledgerAnswered', String(outcome.status));
  if (outcome.reason === 'offline') return words.text('ledgerOffline');
  return words.text(isServerFailure(`server-${outcome.reason}`) ? 'ledgerNoAnswer' : 'ledgerGivenUp');
}

const KB = 1000;

function formatBytes(bytes: number, words: Words): string {
  const [amount, unit] = bytes < KB ? [bytes, 'byte'] : [bytes / KB, 'kilobyte'];
  // The short form of "byte" has no plural: "41 byte".
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const format = { style: 'unit', unit, unitDisplay, maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(words.locale, format).format(amount);
}
