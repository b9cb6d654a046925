// The registry's feeds with a search: each can be switched on or off and says how its last poll went.

import { useId, useState } from 'preact/hooks';
import { createOutletSearch } from '../../engine/outlet/outlet-search.ts';
import { STEPS } from '../coverage/bias-names.ts';
import type { FeedRow } from '../options/options-state.ts';
import { Parts } from '../words/Parts.tsx';
import { useWords, type Words } from '../words/words.ts';
import { FEED_PROBLEMS } from './feed-problems.ts';
import { useFixedRows } from './use-fixed-rows.ts';

/** Rows drawn at once: a list of two thousand feeds is searched, not scrolled. */
const ROWS_MAX = 60;

type FeedListProps = { feeds: readonly FeedRow[]; onToggle: (feed: FeedRow) => void };

export function FeedList({ feeds, onToggle }: FeedListProps) {
  const words = useWords();
  const [wanted, setWanted] = useState('');
  const [isOnlyChosen, setIsOnlyChosen] = useState(true);
  const { rows, isSwitched, noteSwitch } = useFixedRows(feeds);
  const isAll = wanted.trim() !== '' || !isOnlyChosen;
  const isAbout = createOutletSearch(wanted);
  const found = rows.filter(
    (feed) =>
      (isAll || feed.isChosen || isSwitched(feed)) &&
      isAbout({ texts: [feed.outletName, feed.url, ...describePlace(feed, words)], domains: feed.domains }),
  );
  const toggle = (feed: FeedRow) => {
    noteSwitch(feed);
    onToggle(feed);
  };
  return (
    <div class="feed-list">
      <div class="search">
        <label class="grow">
          <span class="field-label">{words.text('feedSearch')}</span>
          <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={isOnlyChosen} onChange={() => setIsOnlyChosen(!isOnlyChosen)} />
          <span>{words.text('feedOnlyChosen')}</span>
        </label>
      </div>
      <p class="small muted" role="status">
        {found.length === 0 && isAll ? words.text('feedsNotFound') : words.count('feedsFound', found.length)}{' '}
        {found.length > ROWS_MAX && words.text('feedsCapped', words.number(ROWS_MAX))}
      </p>
      <ul>
        {found.slice(0, ROWS_MAX).map((feed) => (
          <li key={feed.url}>
            <FeedLine feed={feed} onToggle={() => toggle(feed)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FeedLine({ feed, onToggle }: { feed: FeedRow; onToggle: () => void }) {
  const words = useWords();
  const id = useId();
  const step = feed.biasStep;
  return (
    <label class="check feed">
      <input
        type="checkbox"
        checked={feed.isChosen}
        aria-labelledby={`${id}name`}
        aria-describedby={`${id}facts`}
        onChange={onToggle}
      />
      <span class="grow">
        <span class="feed-head" id={`${id}name`}>
          <bdi class="outlet-name">{feed.outletName}</bdi>
          <span class={`tag ${step ? STEPS[step].style : 'unrated'}`}>
            {words.text(step ? STEPS[step].name : 'notRated')}
          </span>
          <span class="muted small">
            <Parts>{describePlace(feed, words)}</Parts>
          </span>
        </span>
        <span id={`${id}facts`}>
          <span class="feed-url muted xs" dir="ltr">
            {feed.url}
          </span>
          <FeedStatus feed={feed} />
        </span>
      </span>
    </label>
  );
}

function FeedStatus({ feed }: { feed: FeedRow }) {
  const words = useWords();
  if (!feed.isChosen) return null;
  if (!feed.isAllowed) return <span class="small feed-problem">{words.text('feedNotAllowed')}</span>;
  const read =
    feed.lastSuccessAt === null ? words.text('feedNever') : words.text('feedRead', words.ago(feed.lastSuccessAt));
  return (
    <span class="small muted">
      <Parts>
        {read}
        {feed.problem !== null && <span class="feed-problem">{words.text(FEED_PROBLEMS[feed.problem])}</span>}
      </Parts>
    </span>
  );
}

function describePlace(feed: FeedRow, words: Words): string[] {
  const parts = [
    feed.country === null ? null : words.country(feed.country),
    feed.lang === null ? null : words.language(feed.lang),
  ];
  return parts.filter((part) => part !== null);
}
