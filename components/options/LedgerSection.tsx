// The ledger: every request to a server with its contents, so that users can check what is sent.
import { Button } from '../Button.tsx';
import { LedgerTable } from '../source/LedgerTable.tsx';
import { LEDGER_FILTERS } from '../source/ledger-names.ts';
import type { LedgerState, SourceActions } from '../source/source-state.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { Sentence } from '../words/Sentence.tsx';
import { useWords } from '../words/words.ts';
import { ClearButton } from './ClearButton.tsx';
import { Section } from './Section.tsx';

type LedgerSectionProps = { ledger: LedgerState; keepsNothing: boolean; actions: SourceActions };

export function LedgerSection({ ledger, keepsNothing, actions }: LedgerSectionProps) {
  const words = useWords();
  const { filter, lines, total, hasMore, isDiskRead } = ledger;
  // The button disappears once all lines are shown.
  const list = useKeptFocus<HTMLDivElement>((shown) => shown.querySelector<HTMLElement>('li:last-child'));
  const onFilter = (value: string) => {
    const chosen = LEDGER_FILTERS.find((offered) => offered.filter === value);
    if (chosen !== undefined) actions.filterLedger(chosen.filter);
  };
  return (
    <Section id="ledger" title={words.text('ledgerHeading')}>
      <p>{words.text('ledgerIntro')}</p>
      <p>
        <Sentence
          id="ledgerFeeds"
          values={[
            <a key="feeds" href="#feeds">
              {words.text('feedsHeading')}
            </a>,
          ]}
        />
      </p>
      {keepsNothing && <p class="small locked">{words.text('ledgerKeepsNothing')}</p>}
      <div class="search">
        <label>
          <span class="field-label">{words.text('ledgerFilter')}</span>
          <select value={filter} onChange={(event) => onFilter(event.currentTarget.value)}>
            {LEDGER_FILTERS.map(({ filter: value, name }) => (
              <option key={value} value={value}>
                {words.text(name)}
              </option>
            ))}
          </select>
        </label>
        <ClearButton
          label="ledgerClear"
          question="ledgerClearConfirm"
          confirm="ledgerClearNow"
          isResting={filter === 'all' && total === 0}
          onClear={actions.clearLedger}
        />
      </div>
      {!isDiskRead && <p class="problem">{words.text('ledgerUnread')}</p>}
      <p role="status" class="muted">
        {total > 0 && words.count('ledgerCount', total)}
        {total === 0 && isDiskRead && words.text(filter === 'all' ? 'ledgerEmpty' : 'ledgerEmptyOfKind')}
      </p>
      <div ref={list} class="ledger-lines">
        {lines.length > 0 && <LedgerTable lines={lines} />}
        {hasMore && <Button onClick={actions.showMoreLedger}>{words.text('ledgerMore')}</Button>}
      </div>
    </Section>
  );
}
