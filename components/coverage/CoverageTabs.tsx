// The reports of a story in tabs by side, with arrow keys as in the ARIA pattern for tabs.
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Coverage } from '../../engine/schema.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { type TextKey, useWords, type Words } from '../words/words.ts';
import { FamilyItem, type ListMarks } from './FamilyItem.tsx';
import {
  countNotShown,
  countReposting,
  type Family,
  isUnder,
  TABS,
  type Tab,
  toFamilies,
  withOpenFirst,
} from './families.ts';

const TAB_NAMES: Readonly<Record<Tab, { short: TextKey; long: TextKey; empty: TextKey }>> = {
  all: { short: 'tabAll', long: 'tabAll', empty: 'emptyAll' },
  left: { short: 'tabLeft', long: 'tabLeftLong', empty: 'emptyLeft' },
  center: { short: 'tabCenter', long: 'tabCenterLong', empty: 'emptyCenter' },
  right: { short: 'tabRight', long: 'tabRightLong', empty: 'emptyRight' },
  unrated: { short: 'tabUnrated', long: 'tabUnratedLong', empty: 'emptyUnrated' },
};

type CoverageTabsProps = {
  coverage: Coverage;
  /** Address of the open page, whose report comes first. */
  openUrl: string | null;
  /** Reports shown before "Show all". */
  mostShown: number;
  /** Whether the heading is visible; screen readers always have it. */
  hasTitle: boolean;
};

export function CoverageTabs({ coverage, openUrl, mostShown, hasTitle }: CoverageTabsProps) {
  const words = useWords();
  const id = useId();
  const [selected, setSelected] = useState<Tab>('all');
  const [isWhole, setIsWhole] = useState(false);
  const families = useMemo(() => withOpenFirst(toFamilies(coverage), openUrl), [coverage, openUrl]);
  const ofTab = families.filter((family) => isUnder(selected, family));
  const shown = isWhole ? ofTab : ofTab.slice(0, mostShown);
  const marks: ListMarks = { firstId: coverage.story.first?.articleId ?? null, openUrl };
  const { articles } = coverage.story;
  const list = useRef<HTMLUListElement>(null);
  // The pressed button is gone: the first report that it revealed gets the focus.
  useLayoutEffect(() => {
    if (isWhole) list.current?.children[mostShown]?.querySelector<HTMLElement>('.headline')?.focus();
  }, [isWhole]);
  // Rating an outlet may move it to another tab, along with the control that was used.
  const root = useKeptFocus<HTMLElement>((reports) => reports.querySelector('[aria-selected="true"]'));
  return (
    <section class="reports" ref={root}>
      <h2 class={hasTitle ? undefined : 'visually-hidden'} id={`${id}name`}>
        {words.text('coverageTabs')}
      </h2>
      <TabList id={id} selected={selected} families={families} onSelect={setSelected} />
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${selected}`}>
        {articles > coverage.articles.length && (
          <p class="capped xs muted">
            {words.text('articlesCapped', words.number(coverage.articles.length), words.number(articles))}
          </p>
        )}
        {shown.length === 0 && <p class="empty muted">{explainEmpty(selected, { coverage, words })}</p>}
        <ul class="families" ref={list}>
          {shown.map((family) => (
            <FamilyItem key={family.lead.id} family={family} outlets={coverage.outlets} marks={marks} />
          ))}
        </ul>
        {shown.length < ofTab.length && (
          <button type="button" class="button show-all" onClick={() => setIsWhole(true)}>
            {words.count('showAllReports', ofTab.length)}
          </button>
        )}
      </div>
    </section>
  );
}

/** Why a tab lists nothing: its outlets only reposted, their articles are among those left out, or there are none. */
function explainEmpty(tab: Tab, { coverage, words }: { coverage: Coverage; words: Words }): string {
  const reposting = countReposting(tab, coverage);
  const notShown = countNotShown(tab, coverage);
  const texts = [
    ...(reposting > 0 ? [words.count('emptyReposts', reposting)] : []),
    ...(notShown > 0 ? [words.count('emptyNotShown', notShown)] : []),
  ];
  return texts.length === 0 ? words.text(TAB_NAMES[tab].empty) : texts.join(' ');
}

type TabListProps = { id: string; selected: Tab; families: readonly Family[]; onSelect: (tab: Tab) => void };

function TabList({ id, selected, families, onSelect }: TabListProps) {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const select = (index: number) => {
    const tab = TABS[(index + TABS.length) % TABS.length];
    if (tab === undefined) return;
    onSelect(tab);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = TABS.indexOf(selected);
    const isRightToLeft = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const target = findTarget(event.key, { index, forward: isRightToLeft ? -1 : 1 });
    if (target === null) return;
    event.preventDefault();
    select(target);
  };
  return (
    <div class="tabs" role="tablist" aria-labelledby={`${id}name`} ref={list} onKeyDown={onKeyDown}>
      {TABS.map((tab) => {
        const amount = families.filter((family) => isUnder(tab, family)).length;
        // Everybody gets the long label, which says that the number counts reports, since the bar above counts outlets.
        const label = words.count('tabLabel', amount, words.text(TAB_NAMES[tab].long));
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}${tab}`}
            data-tab={tab}
            aria-selected={tab === selected}
            aria-controls={`${id}panel`}
            aria-label={label}
            tabIndex={tab === selected ? 0 : -1}
            onClick={() => onSelect(tab)}
          >
            <span title={label}>
              {words.text(TAB_NAMES[tab].short)} <span class="tab-count">{words.number(amount)}</span>
            </span>
          </button>
        );
      })}
    </div>
  );
}

function findTarget(key: string, { index, forward }: { index: number; forward: number }): number | null {
  switch (key) {
    case 'ArrowRight':
      return index + forward;
    case 'ArrowLeft':
      return index - forward;
    case 'Home':
      return 0;
    case 'End':
      return TABS.length - 1;
    default:
      return null;
  }
}
