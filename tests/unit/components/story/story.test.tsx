// The story page's context: statements with their sources, and a sentence where nothing is known.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { BriefSection } from '../../../../components/story/BriefSection.tsx';
import { DifferencesSection } from '../../../../components/story/DifferencesSection.tsx';
import { NumberConflicts } from '../../../../components/story/NumberConflicts.tsx';
import { Story } from '../../../../components/story/Story.tsx';
import { ArticleId, FamilyId } from '../../../../engine/ids.ts';
import type { Brief } from '../../../../engine/schema-story-context.ts';
import { emptyContext, inventedContext } from '../../../support/ui/invented-context.ts';
import { coverageOfOutlets } from '../../../support/ui/invented-story.ts';
import { NO_STORY_ACTIONS } from '../../../support/ui/no-actions.ts';
import { STORY_STATES } from '../../../support/ui/page-states.ts';
import { draw, drawAgain, findButton, textOf } from '../draw.tsx';

function drawState(name: string, { locale = 'en', actions = NO_STORY_ACTIONS } = {}): HTMLElement {
  const state = STORY_STATES[name];
  if (state === undefined) throw new Error(`no such state: ${name}`);
  return draw(
    <Story
      state={state}
      serverHost={state.serverHost ?? null}
      serverLocks={state.serverLocks ?? []}
      actions={actions}
    />,
    locale,
  );
}

const textIn = (root: Element, selector: string) => textOf(root.querySelector(selector));

it.each([
  ['shown', 'server', 'from news.library.test', 'news.library.test answers instead of this device'],
  ['shown', 'device', 'on this device', 'news.library.test was asked first'],
  ['latest', 'server', 'from news.library.test', 'news.library.test answers instead of this device'],
  ['latest', 'device', 'on this device', 'in place of news.library.test'],
  ['missing', 'device', 'on this device', 'in place of news.library.test'],
] as const)('says of what is %s by the %s, where there is a server, whose it is', (status, by, said, why) => {
  const state = STORY_STATES[status];
  if (state?.status !== status) throw new Error('no such state');
  const page = draw(
    <Story state={{ ...state, by }} serverHost="news.library.test" serverLocks={[]} actions={NO_STORY_ACTIONS} />,
    'en',
  );
  expect(textIn(page, '.pill')).toBe(said);
  expect(page.querySelector('.pill')?.getAttribute('title')).toContain(why);
});

it('says what it has come to once the story is there', () => {
  const { loading, shown } = STORY_STATES;
  if (loading === undefined || shown === undefined) throw new Error('no such state');
  const pageOf = (state: typeof shown) => (
    <Story state={state} serverHost={null} serverLocks={[]} actions={NO_STORY_ACTIONS} />
  );
  const root = draw(pageOf(loading));
  const region = root.querySelector('.page > [role="status"]');
  expect(textOf(region)).toBe('Fetching the story…');
  drawAgain(root, pageOf(shown));
  expect(root.querySelector('.page > [role="status"]')).toBe(region);
  expect(textOf(region)).toBe('21 articles: Ferry crossings halted after pier collapse in Northmark');
});

it('names each number before it gives it, as lists of names and values are read', () => {
  const stats = [...drawState('shown').querySelectorAll('.stats > div')].map(({ children }) =>
    [...children].map(textOf),
  );
  expect(stats).toEqual([
    ['articles', '21'],
    ['independent reports', '17'],
    ['outlets with a rating', '12'],
    ['countries', '8'],
  ]);
});

it('gives each side’s own words where there is no brief, and says that there is none', () => {
  const root = drawState('shown-own-words');
  expect(textIn(root, '.brief h2')).toBe('In their own words');
  const said = [...root.querySelectorAll('.brief li')].map((one) => [textIn(one, '.source bdi'), textIn(one, '.tag')]);
  expect(said).toEqual([
    ['Harbour Herald', 'Lean left'],
    ['Ferry Gazette', 'Center'],
    ['Cape Tribune', 'Lean right'],
  ]);
  expect(textIn(root, '.brief > p')).toContain('There is no brief');
});

describe('a story with all of its context', () => {
  const page = () => drawState('shown');

  it('gives each sentence of the brief its outlet, its link and those that bear it out', () => {
    const [first] = page().querySelectorAll('.brief li');
    expect(textIn(first ?? page(), '.brief-sentence')).toContain('Ferry crossings to Northmark were halted');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('https://wire.test/pier');
    expect(textIn(first ?? page(), '.brief-source summary')).toBe('also in 4 other reports');
    expect(first?.querySelectorAll('details a').length).toBe(4);
  });

  it('can be gone through by headings, the list of reports too', () => {
    const headings = [...page().querySelectorAll('h1, h2')].map((heading) => textOf(heading));
    expect(headings.slice(1, 5)).toEqual(['In brief', 'Reports by side', 'Factuality', 'Ownership']);
  });

  it('shows the heading of the list of reports like that of every other section', () => {
    expect(page().querySelector('.reports h2')?.classList).not.toContain('visually-hidden');
  });

  it('tags an outlet the same as a source and in the list of reports', () => {
    const root = page();
    const inList = new Map(
      [...root.querySelectorAll('.family')].map((one) => [textIn(one, '.outlet-name'), textIn(one, '.tag')]),
    );
    const asSources = [...root.querySelectorAll('.source')].map((one) => [textIn(one, 'a bdi'), textIn(one, '.tag')]);
    const listed = asSources.filter(([name]) => inList.has(name ?? ''));
    expect(listed).toContainEqual(['Northern Wire', 'Lean left']);
    expect(listed.filter(([name, tag]) => inList.get(name ?? '') !== tag)).toEqual([]);
  });

  it('tells no more than the side of a source whose outlet is not in the list', () => {
    const state = STORY_STATES.shown;
    if (state?.status !== 'shown') throw new Error('no such state: shown');
    const coverage = { ...state.coverage, outlets: {} };
    const root = draw(
      <Story state={{ ...state, coverage }} serverHost={null} serverLocks={[]} actions={NO_STORY_ACTIONS} />,
    );
    expect(textIn(root, '.brief .source .tag')).toBe('Left');
  });

  it.each([
    ['en', '15 or 18 passengers, depending on the outlet'],
    ['de', '15 oder 18 passengers, je nach Medium'],
    ['es', '15 o 18 passengers, según el medio'],
    ['fr', '15 ou 18 passengers, selon le média'],
  ])('shows contradicting numbers and who says which, in %s', (locale, sentence) => {
    const root = drawState('shown', { locale });
    expect(textIn(root, '.conflict strong')).toBe(sentence);
    expect([...root.querySelectorAll('.conflict dd')].map((dd) => dd.querySelectorAll('a').length)).toEqual([2, 1]);
  });

  it.each([
    ['en', ['15', '16', '18'], '15, 16 or 18 passengers, depending on the outlet'],
    ['en', ['15', '16', '18', '20'], '15, 16, 18 or 20 passengers, depending on the outlet'],
    ['de', ['15', '16', '18'], '15, 16 oder 18 passengers, je nach Medium'],
    ['de', ['15', '16', '18', '20'], '15, 16, 18 oder 20 passengers, je nach Medium'],
    ['es', ['15', '16', '18'], '15, 16 o 18 passengers, según el medio'],
    ['es', ['15', '16', '18', '20'], '15, 16, 18 o 20 passengers, según el medio'],
    ['es', ['6', '7', '8'], '6, 7 u 8 passengers, según el medio'],
    ['fr', ['15', '16', '18'], '15, 16 ou 18 passengers, selon le média'],
    ['fr', ['15', '16', '18', '20'], '15, 16, 18 ou 20 passengers, selon le média'],
  ])('names every one of several contradicting numbers as an alternative, in %s: %j', (locale, written, sentence) => {
    const [conflict] = inventedContext().conflicts;
    const [first] = conflict?.values ?? [];
    if (conflict === undefined || first === undefined) throw new Error('the invented context has no conflict');
    const values = written.map((each) => ({ ...first, value: Number(each), written: each }));
    const root = draw(<NumberConflicts conflicts={[{ ...conflict, values }]} />, locale);
    expect(textIn(root, '.conflict strong')).toBe(sentence);
  });

  it('shows what one side alone mentions, with how many were compared', () => {
    const groups = [...page().querySelectorAll('.difference-group')].map((group) => textOf(group));
    expect(groups[0]).toContain('Only left-leaning outlets');
    expect(groups[0]).toContain('6 of 14 outlets compared');
    expect(groups[0]).toContain('Dock Workers’ Union');
    expect(groups).toHaveLength(2);
    expect([...page().querySelectorAll('.difference-none')].map((line) => textOf(line))).toEqual([
      'Only foreign outletsNothing found that only they mention · 5 of 14 outlets compared' +
        ' · Home country of most outlets: United States',
    ]);
  });

  it('has a table with the numbers of the timeline, and only hours in which outlets came in', () => {
    const rows = [...page().querySelectorAll('.timeline tbody tr')];
    expect(rows.length).toBe(7);
    expect([...(rows[1]?.querySelectorAll('td') ?? [])].map((cell) => textOf(cell))).toEqual(['2', '1', '1', '1']);
  });

  it('says what the colours of the timeline stand for', () => {
    expect([...page().querySelectorAll('.timeline-legend li')].map(textOf)).toEqual([
      'Left',
      'Center',
      'Right',
      'Unrated',
    ]);
  });

  it('marks the words of a report inside a sentence of the reader’s language', () => {
    const unit = drawState('shown', { locale: 'de' }).querySelector('.conflict p [lang=en]');
    expect(textOf(unit)).toBe('passengers');
    expect(textOf(unit?.parentElement ?? null)).toBe('15 oder 18 passengers, je nach Medium');
  });

  it('names topics in the reader’s language', () => {
    const topics = [...drawState('shown', { locale: 'de' }).querySelectorAll('.topic')].map((topic) => textOf(topic));
    expect(topics.slice(0, 4)).toEqual(['Verkehr', 'Katastrophen', 'Vereinigte Staaten', 'Northmark']);
  });

  it('links related stories and says what they share', () => {
    const root = page();
    expect(root.querySelector('.related a')?.getAttribute('href')).toBe('#story-pier');
    expect(textIn(root, '.related')).toContain('In both: Northmark');
  });

  it('has no list without an item', () => {
    for (const name of Object.keys(STORY_STATES)) {
      const lists = [...drawState(name).querySelectorAll('ul, ol, dl')];
      expect(lists.filter((list) => list.children.length === 0).map((list) => list.outerHTML)).toEqual([]);
    }
  });
});

it('leads to the ratings in the settings where no outlet has one', () => {
  const openSettings = vi.fn();
  const state = { status: 'shown', by: 'device', context: { status: 'loading' } } as const;
  const root = draw(
    <Story
      state={{ ...state, coverage: coverageOfOutlets('manar', 'majak') }}
      serverHost={null}
      serverLocks={[]}
      actions={{ ...NO_STORY_ACTIONS, openSettings }}
    />,
  );
  findButton(root, 'Add ratings').click();
  expect(openSettings.mock.calls).toEqual([['ratings']]);
});

it.each([
  ['one-report', null, 'No brief: there are fewer than two independent reports in one language, opinion not counted.'],
  ['little-text', null, 'No brief: the reports known here are little more than headlines.'],
  ['little-agreement', null, 'No brief: there are too few sentences on which two independent reports agree.'],
  ['little-agreement', 'tr', 'No brief: Parallax cannot compare sentences in Turkish.'],
  ['little-agreement', 'und', 'No brief: the language of the reports is unknown.'],
] as const)('without a brief it says why: %s, %s', (reason, notCompared, text) => {
  const brief: Brief = { status: 'unknown', reason, notCompared, reports: 3, sideSentences: [] };
  const context = { ...emptyContext(), brief };
  const root = draw(<BriefSection state={{ status: 'shown', context, isLate: false }} />);
  expect(textIn(root, '.brief')).toBe(text);
});

it.each([
  [undefined, '2 articles', 2, ''],
  [2, '2 articles', 2, ''],
  [3, '3 articles', 3, 'and 1 more'],
  [20, '20 articles', 3, 'and 18 more'],
])('counts all articles that mention something, also those not sent: %s', (articles, amount, items, last) => {
  const { differences } = inventedContext();
  const groups = differences.groups.slice(0, 1).map((group) => {
    const [item] = group.items;
    return {
      ...group,
      items: item === undefined ? [] : [{ ...item, ...(articles === undefined ? {} : { articles }) }],
    };
  });
  const root = draw(<DifferencesSection differences={{ ...differences, groups }} />);
  expect(textIn(root, '.amount')).toBe(amount);
  expect(root.querySelectorAll('.sources li').length).toBe(items);
  expect(textIn(root, '.sources li.muted')).toBe(last);
});

it('has no frame where no side mentions anything alone', () => {
  const state = STORY_STATES.shown;
  if (state?.status !== 'shown' || state.context.status !== 'shown') throw new Error('no such state: shown');
  const { context } = state.context;
  const groups = context.differences.groups.map((group) => ({ ...group, items: [] }));
  const alone = { ...context, differences: { ...context.differences, groups } };
  const root = draw(
    <Story
      state={{ ...state, context: { ...state.context, context: alone } }}
      serverHost={null}
      serverLocks={[]}
      actions={NO_STORY_ACTIONS}
    />,
  );
  expect(root.querySelector('.difference-groups')).toBeNull();
  expect(root.querySelectorAll('.difference-none')).toHaveLength(3);
});

describe('the latest stories', () => {
  const linkIn = (name: string) => drawState(name).querySelector('.page-header a[href="#latest"]');

  it.each(['shown', 'loading', 'failed'])('%s: are one click away', (name) => {
    expect(textOf(linkIn(name))).toBe('Latest stories');
  });

  it.each(['latest', 'missing'])('%s: are there already', (name) => {
    expect(linkIn(name)).toBeNull();
  });

  it('say of which a side barely reports, and on what numbers that rests', () => {
    const chip = drawState('latest').querySelector('.story-links details');
    expect(textIn(chip ?? document.body, 'summary')).toBe('Blindspot: right-leaning outlets barely cover this');
    expect(textIn(chip ?? document.body, 'p')).toContain('of the 12 rated outlets here lean right');
  });
});

describe('links', () => {
  it.each(['latest', 'missing', 'shown'])(
    '%s: to other stories open in place, to outlets in a tab that they tell of',
    (name) => {
      const links = [...drawState(name).querySelectorAll<HTMLAnchorElement>('a[href]')];
      const isOfStory = (link: Element) => link.closest('.story-links, .page-header') !== null;
      expect(links.some(isOfStory)).toBe(true);
      for (const link of links) {
        const opensTab = link.target === '_blank';
        expect([textOf(link), opensTab]).toEqual([textOf(link), !isOfStory(link)]);
        expect(textOf(link).endsWith('(opens in a new tab)')).toBe(opensTab);
      }
    },
  );
});

describe('a story that could not be fetched says why', () => {
  it.each([
    ['storage-failed', 'clearing the data in the settings always does'],
    ['storage-full', 'storage for Parallax is full'],
    ['storage-newer', 'only that can open it. Update Parallax, or clear the data'],
    ['timeout', 'It took too long'],
    ['offline', 'This device is offline'],
    ['server-busy', 'library.test is busy'],
    ['unexpected', 'This should not have happened'],
    ['no-answer', 'This should not have happened'],
    ['bad-output', 'This should not have happened'],
    ['Cannot read properties of undefined', 'This should not have happened'],
  ])('%s: “%s”', (reason, text) => {
    const state = { status: 'failed', reason, hasCopiedDetails: null } as const;
    const root = draw(<Story state={state} serverHost="library.test" serverLocks={[]} actions={NO_STORY_ACTIONS} />);
    expect(textIn(root, 'main')).toContain(text);
  });
});

describe('what is offered where a story could not be fetched', () => {
  it.each([
    ['storage-failed', 'Something went wrong', ['Open settings', 'Try again', 'Copy details']],
    ['storage-newer', 'Something went wrong', ['Open settings', 'Try again', 'Copy details']],
    ['timeout', 'Something went wrong', ['Try again', 'Copy details']],
    ['unexpected', 'Something went wrong', ['Try again', 'Copy details']],
    ['server-unreachable', 'The server did not answer', ['Try again', 'Server settings', 'Copy details']],
    ['server-withheld', 'This story cannot be shown at the moment', ['Try again', 'Server settings', 'Copy details']],
    ['server-no-crowd', 'The server was not asked', ['Server settings', 'Try again', 'Copy details']],
    ['server-token-refused', 'The server refused to answer', ['Server settings', 'Try again', 'Copy details']],
  ])('%s: “%s”, %j', (reason, title, names) => {
    const state = { status: 'failed', reason, hasCopiedDetails: null } as const;
    const root = draw(<Story state={state} serverHost="library.test" serverLocks={[]} actions={NO_STORY_ACTIONS} />);
    expect(textIn(root, 'h1')).toBe(title);
    expect([...root.querySelectorAll('.message button')].map((button) => textOf(button))).toEqual(names);
    expect([...root.querySelectorAll('.button-main')].map((button) => textOf(button))).toEqual(names.slice(0, 1));
  });

  it('of an organisation’s server nothing that only the organisation can change', () => {
    const root = drawState('failed-organisation-token');
    expect(textIn(root, 'main')).toContain('Your organization chose this server.');
    const names = [...root.querySelectorAll('.message button')].map((button) => textOf(button));
    expect(names).toEqual(['Try again', 'Copy details']);
    expect(textIn(root, '.button-main')).toBe('Try again');
  });

  it('an unexpected failure can be copied for a report, and says that it was', () => {
    const copyDetails = vi.fn();
    const actions = { ...NO_STORY_ACTIONS, copyDetails };
    const state = { status: 'failed', reason: 'no-answer', hasCopiedDetails: null } as const;
    const root = draw(<Story state={state} serverHost={null} serverLocks={[]} actions={actions} />);
    expect(textIn(root, 'main')).toContain('If it keeps happening, copy the details');
    findButton(root, 'Copy details').click();
    expect(copyDetails).toHaveBeenCalledOnce();
    drawAgain(
      root,
      <Story state={{ ...state, hasCopiedDetails: true }} serverHost={null} serverLocks={[]} actions={actions} />,
    );
    expect(textIn(root, 'main [role=status]')).toBe('Copied. Nothing was sent.');
    drawAgain(
      root,
      <Story state={{ ...state, hasCopiedDetails: false }} serverHost={null} serverLocks={[]} actions={actions} />,
    );
    expect(textIn(root, 'main [role=status]')).toContain('Not copied');
  });
});

describe('where little is known the page says so', () => {
  it.each([
    ['shown-little', '.brief', 'No brief: there are too few sentences on which two independent reports agree.'],
    ['shown-little', '.differences', 'Not enough outlets to compare: it takes two sides with two outlets each.'],
    ['shown-little', '.timeline', 'No report with a known time.'],
    ['shown-comparing', '.brief', 'Comparing the reports…'],
    ['shown-without-context', '.brief', 'could not be compared'],
  ])('%s %s', (state, selector, text) => {
    expect(textIn(drawState(state), selector)).toContain(text);
  });

  it('has no heading over topics or related stories where there are none', () => {
    const root = drawState('shown-little');
    expect([root.querySelector('.timeline'), root.querySelector('.topics'), root.querySelector('.related')]).toEqual([
      expect.anything(),
      null,
      null,
    ]);
  });

  it.each(['shown-little', 'shown-comparing', 'shown-without-context'])('%s: has no heading over no brief', (name) => {
    const headings = [...drawState(name).querySelectorAll('h1, h2')].map((heading) => textOf(heading));
    expect(headings[1]).toBe('Reports by side');
  });

  it('has nothing folded that has no more to show', () => {
    const state = STORY_STATES['shown-little'];
    if (state?.status !== 'shown' || state.context.status !== 'shown') throw new Error('no such state');
    const late = { ...state, context: { ...state.context, isLate: true } };
    const root = draw(<Story state={late} serverHost={null} serverLocks={[]} actions={NO_STORY_ACTIONS} />);
    expect(textIn(root, '.brief')).toContain('No brief: there are too few sentences');
    expect(root.querySelector('.brief details')).toBeNull();
  });

  it('shows the coverage while the reports are compared', () => {
    expect(drawState('shown-comparing').querySelectorAll('.family').length).toBeGreaterThan(3);
  });
});

it('of a large story, what comes after the reports is in reach: the first 20 are there, and all on demand', () => {
  const state = STORY_STATES.shown;
  if (state?.status !== 'shown') throw new Error('no such state');
  const { coverage } = state;
  const [one] = coverage.articles;
  if (one === undefined) throw new Error('no articles');
  const articles = Array.from({ length: 57 }, (_, index) => ({
    ...one,
    id: ArticleId.parse(`article-${index}`),
    familyId: FamilyId.parse(`family-${index}`),
  }));
  const root = draw(
    <Story
      state={{ ...state, coverage: { ...coverage, articles } }}
      serverHost={null}
      serverLocks={[]}
      actions={NO_STORY_ACTIONS}
    />,
  );
  expect(root.querySelectorAll('.family')).toHaveLength(20);
  act(() => findButton(root, 'Show all 57 reports').click());
  expect(root.querySelectorAll('.family')).toHaveLength(57);
});

describe('a page without a story has a way on', () => {
  it.each([
    ['failed', 'Open settings', 'data'],
    ['failed-server', 'Server settings', 'source'],
    ['failed-server-token', 'Server settings', 'source'],
    ['empty', 'Choose outlets', 'feeds'],
    ['missing-alone', 'Choose outlets', 'feeds'],
  ])('%s: “%s”', (name, button, section) => {
    const openSettings = vi.fn();
    findButton(drawState(name, { actions: { ...NO_STORY_ACTIONS, openSettings } }), button).click();
    expect(openSettings.mock.calls).toEqual([[section]]);
  });

  it('does not point to stories below where there are none', () => {
    const root = draw(
      <Story
        state={{ status: 'missing', by: 'device', latest: [] }}
        serverHost={null}
        serverLocks={[]}
        actions={NO_STORY_ACTIONS}
      />,
    );
    expect(textOf(root)).not.toContain('below');
    expect(textOf(root.querySelector('.message button'))).toBe('Choose outlets');
  });
});
