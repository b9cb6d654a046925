// The popup in each of its states: its texts, its actions, and how tabs and lists behave.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { FailureKind, PopupState } from '../../../../components/popup/popup-state.ts';
import { NO_ACTIONS } from '../../../support/ui/no-actions.ts';
import { POPUP_STATES } from '../../../support/ui/popup-states.ts';
import { draw, drawAgain, findButton, nameOf, textOf } from '../draw.tsx';

function stateOf(name: string): PopupState {
  const state = POPUP_STATES[name];
  if (state === undefined) throw new Error(`no such state: ${name}`);
  return state;
}

const drawState = (name: string, actions = NO_ACTIONS): HTMLElement =>
  draw(<Popup state={stateOf(name)} actions={actions} />);

const click = (element: HTMLElement) => act(() => element.click());
const press = (element: Element | null, key: string) =>
  act(() => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

describe('in a private window nothing is offered that leaves a trace', () => {
  const buttonsOf = (root: HTMLElement) => [...root.querySelectorAll('main button')].map((button) => textOf(button));

  it.each(['private-needs-permission', 'private-site-off', 'private-not-article', 'private-covered'])('%s', (name) => {
    const root = drawState(name);
    expect(root.querySelector('[role=switch]')).toBeNull();
    expect([...root.querySelectorAll('a')].filter(({ hash }) => hash !== '')).toEqual([]);
  });

  it('access is offered for once only, with words why', () => {
    const root = drawState('private-needs-permission');
    expect(buttonsOf(root)).toEqual(['Just this once']);
    expect(textOf(root)).toContain('not kept in private windows');
    expect(buttonsOf(drawState('needs-permission'))).toHaveLength(3);
  });

  it('no outlet is given a place of the reader’s own', () => {
    const placesIn = (name: string) => {
      const root = drawState(name);
      click(findButton(root, 'Coastal Sentinel: Right, show ratings'));
      expect(root.querySelectorAll('.outlet-card')).toHaveLength(1);
      return root.querySelectorAll('.outlet-card select').length;
    };
    expect([placesIn('private-covered'), placesIn('covered')]).toEqual([0, 1]);
  });

  it('a site switched off stays so, with words why', () => {
    const root = drawState('private-site-off');
    expect(buttonsOf(root)).toEqual([]);
    expect(textOf(root)).toContain('not kept in private windows');
  });

  it('coverage says why the full story is missing', () => {
    expect(textOf(drawState('private-covered'))).toContain('both would leave a trace');
  });
});

describe('where a page has no story the latest are one click away', () => {
  const isOffered = (name: string) =>
    [...drawState(name).querySelectorAll('a')].some((link) => link.hash === '#latest' && link.target === '_blank');

  it.each(['unsupported', 'kept-out', 'reader-view', 'not-article', 'too-old', 'uncovered', 'server-uncovered'])(
    '%s',
    (name) => {
      expect(isOffered(name)).toBe(true);
    },
  );

  it.each(['needs-permission', 'no-feeds', 'failed', 'site-off', 'private-not-article'])('but not %s', (name) => {
    expect(isOffered(name)).toBe(false);
  });
});

it('says what it has come to, and a pairing taken away, where screen readers listen already', () => {
  const stateOf = (name: string) => POPUP_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const root = draw(<Popup state={stateOf('reading')} actions={NO_ACTIONS} />);
  const regions = [...root.querySelectorAll('[role=status]')];
  expect(regions.map((region) => textOf(region))).toEqual(['Reading this page…', '']);
  drawAgain(root, <Popup state={stateOf('covered')} actions={NO_ACTIONS} />);
  expect([...root.querySelectorAll('[role=status]')]).toEqual(regions);
  expect(textOf(regions[0] ?? null)).toMatch(/^\d+ articles: /);
  expect(textOf(regions[0] ?? null)).toContain(textOf(root.querySelector('main h1')));
});

it('the amount of one state is never said with the title of the state before', () => {
  const stateOf = (name: string) => POPUP_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const root = draw(<Popup state={stateOf('reading')} actions={NO_ACTIONS} />);
  let saidAtOnce = '';
  // Inside an outer `act`, the effects of the render have not run yet.
  act(() => {
    drawAgain(root, <Popup state={stateOf('covered')} actions={NO_ACTIONS} />);
    saidAtOnce = textOf(root.querySelector('[role=status]'));
  });
  expect(saidAtOnce).toBe('Reading this page…');
});

describe('states without a story say what is the case and offer the next step', () => {
  it.each([
    ['needs-permission', 'May Parallax read this page?', 'Just this once', 'readAgain'],
    ['needs-permission', 'They stay on this device', 'Always on herald.test', 'allowSite'],
    ['needs-permission', 'They stay on this device', 'On every site', 'allowEverySite'],
    ['needs-permission-refused', 'did not grant access', 'Always on herald.test', 'allowSite'],
    ['kept-out', 'did not load', 'Try again', 'readAgain'],
    ['read-on-click', 'Pages here are read only when you click.', 'Always on herald.test', 'allowSite'],
    ['read-on-click-refused', 'did not grant access', 'Always on herald.test', 'allowSite'],
    ['no-feeds', 'none is allowed yet', 'Choose outlets', 'openOnboarding'],
    ['uncovered', 'None of the 118 feeds read has it yet (checked 6 minutes ago)', 'Read the feeds again', 'askFeeds'],
    ['uncovered', 'Parallax looks for new articles automatically.', 'Read the feeds again', 'askFeeds'],
    [
      'uncovered-not-polling',
      'New articles come in only when you press the button',
      'Read the feeds again',
      'askFeeds',
    ],
    ['uncovered-failing', 'None of the feeds answered', 'Read the feeds again', 'askFeeds'],
    ['uncovered-paused', 'The first can be read again from ', 'Choose more feeds', 'openFeeds'],
    ['server-uncovered', 'does not know this address', 'Ask the server again', 'askServer'],
    ['no-feeds-left', 'nothing new is coming in', 'Choose outlets', 'openOnboarding'],
    ['uncovered', 'No other outlet found yet', 'Choose more feeds', 'openFeeds'],
    ['unasked', 'The feeds have not been read yet', 'Read the feeds now', 'askFeeds'],
    ['unasked-offline', 'Nothing has been fetched yet', 'Read the feeds now', 'askFeeds'],
    ['uncovered-separated', 'Only this device knows', 'Undo', 'unseparate'],
    ['site-off', 'Switched off on herald.test', 'Switch on again', 'toggleSite'],
    ['failed', 'Nothing was sent', 'Copy details', 'copyDetails'],
    [
      'failed',
      'should not have happened. Try again. If it keeps happening, copy the details',
      'Try again',
      'readAgain',
    ],
    ['failed-storage', 'storage for Parallax is full', 'Open settings', 'openData'],
    ['covered-storage-full', 'you can keep fewer days in the settings', 'Open settings', 'openData'],
    ['covered-storage-newer', 'clear the data in the settings', 'Open settings', 'openData'],
  ] as const)('%s: “%s”, “%s”', (name, words, button, action) => {
    const called = vi.fn();
    const root = drawState(name, { ...NO_ACTIONS, [action]: called });
    expect(textOf(root)).toContain(words);
    click(findButton(root, button));
    expect(called).toHaveBeenCalledOnce();
  });

  it('where every feed is left alone for a while, the button to read them rests', () => {
    const askFeeds = vi.fn();
    const button = findButton(drawState('uncovered-paused', { ...NO_ACTIONS, askFeeds }), 'Read the feeds again');
    click(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(askFeeds).not.toHaveBeenCalled();
  });

  it.each([
    ['reading', 'Reading this page'],
    ['unsupported', 'cannot read this page'],
    ['moved-on', 'The page has changed'],
    ['first-sync', 'First round: 23 of 120 feeds read. Parallax is already usable.'],
    ['not-article', 'From herald.test, covered by others too'],
    ['not-article-empty', 'No story from herald.test that others cover is known yet'],
  ])('%s: “%s”', (name, words) => {
    expect(textOf(drawState(name))).toContain(words);
  });

  it('stories of the outlet have a heading only where there are any', () => {
    const headings = (name: string) => [...drawState(name).querySelectorAll('main h2')].map(textOf);
    expect([headings('not-article-empty'), headings('not-article')]).toEqual([
      [],
      expect.arrayContaining(['From herald.test, covered by others too']),
    ]);
  });

  it('never says "0"', () => {
    for (const name of ['uncovered', 'uncovered-failing', 'first-sync', 'no-feeds', 'no-feeds-left', 'reading']) {
      expect(textOf(drawState(name))).not.toMatch(/\b0\b/);
    }
  });
});

describe('a server that failed: the title fits, and the main button does what the text asks for', () => {
  it.each([
    ['server-offline', 'The server was not asked', 'Try again'],
    ['server-not-allowed', 'The server was not asked', 'Server settings'],
    ['server-no-crowd', 'The server was not asked', 'Server settings'],
    ['server-token-refused', 'The server refused to answer', 'Server settings'],
    ['server-unreadable', 'The answer could not be read', 'Server settings'],
    ['server-unreachable', 'The server did not answer', 'Try again'],
    ['server-busy', 'The server did not answer', 'Try again'],
    ['server-failing', 'The server did not answer', 'Try again'],
    ['server-withheld', 'This story cannot be shown at the moment', 'Try again'],
  ])('%s: “%s”, “%s”', (name, title, main) => {
    const root = drawState(name);
    expect(textOf(root.querySelector('main h1'))).toBe(title);
    const buttons = [...root.querySelectorAll('main .actions .button')];
    expect(
      buttons
        .map((button) => textOf(button))
        .slice(0, 2)
        .sort(),
    ).toEqual(['Server settings', 'Try again']);
    expect([...root.querySelectorAll('main .button-main')]).toEqual([buttons[0]]);
    expect(textOf(buttons[0] ?? null)).toBe(main);
  });
});

describe('a server that an organisation chose, and that failed', () => {
  it.each([
    ['organisation-token-refused', 'whoever manages this browser', ['Try again']],
    ['organisation-unreadable', 'whoever manages this browser', ['Try again']],
    ['organisation-no-crowd', 'Only whoever runs the server can change that', ['Try again']],
    ['organisation-unreachable', 'try again in a few minutes', ['Try again']],
    // A test in the settings requests the permission, whoever chose the server.
    ['organisation-not-allowed', 'Test the server again', ['Server settings', 'Try again']],
  ])('%s: “%s”, %j', (name, text, offered) => {
    const root = drawState(name);
    expect(textOf(root.querySelector('main'))).toContain(text);
    expect(textOf(root.querySelector('main'))).toContain('Your organization chose this server.');
    const namesIn = (selector: string) => [...root.querySelectorAll(selector)].map((button) => textOf(button));
    expect(namesIn('main .actions .button')).toEqual(offered);
    expect(namesIn('main .message-more .link-button')).toEqual(['Copy details', 'Help']);
    expect(namesIn('main .button-main')).toEqual([offered[0]]);
  });

  it('offers the settings beside that where a choice is left in them', () => {
    const root = draw(
      <Popup
        state={{ ...stateOf('organisation-token-refused'), serverLocks: ['address', 'token'] }}
        actions={NO_ACTIONS}
      />,
    );
    const buttons = [...root.querySelectorAll('main .actions .button')].map((button) => textOf(button));
    expect(buttons.slice(0, 2)).toEqual(['Try again', 'Server settings']);
  });
});

it('of storage that the browser forbids, no settings of Parallax are offered, which could not help', () => {
  const covered = stateOf('covered');
  const notice = { kind: 'storage-unreadable', reason: 'storage-forbidden' } as const;
  const noted = draw(<Popup state={{ ...covered, notices: [notice] }} actions={NO_ACTIONS} />);
  const buttons = [drawState('failed-forbidden').querySelector('main'), noted.querySelector('.notices')].map((part) =>
    [...(part?.querySelectorAll('button') ?? [])].map((button) => textOf(button)),
  );
  expect(buttons).toEqual([['Try again', 'Copy details', 'Help'], []]);
});

it.each([
  ['read-on-click', 'Pages here are read only when you click.'],
  [
    'read-on-click-allowed',
    'The browser already allows this site. Parallax reads it by itself once you choose so here.',
  ],
])('%s: says what is still to be done for a site to be read by itself', (name, words) => {
  const offer = drawState(name).querySelector('.always-offer');
  expect(textOf(offer)).toContain(words);
  expect(textOf(offer?.querySelector('button') ?? null)).toBe('Always on herald.test');
});

describe('the open page’s outlet', () => {
  const outletIn = (root: HTMLElement) => root.querySelector('.open-outlet');

  it.each(['uncovered-rated', 'covered-rated', 'not-article'])('%s: has its place, and who rates it when', (name) => {
    const outlet = outletIn(drawState(name));
    expect(textOf(outlet?.querySelector('h2') ?? null)).toBe('Harbour HeraldLean left');
    const said = textOf(outlet);
    expect(said).toMatch(/Invented Rater: left-ish \(May 2024\).*Invented Fact Rater: high \(Feb 2025\)/);
  });

  it('of a covered article moves no report, and of a front page stands above the stories', () => {
    expect(drawState('covered-rated').querySelector('.coverage ~ .open-outlet')).not.toBeNull();
    expect(drawState('not-article').querySelector('.open-outlet ~ .outlet-stories')).not.toBeNull();
  });

  it('of a front page is waited for before any story is shown', () => {
    const { page, ...front } = stateOf('not-article');
    if (page.status !== 'not-article') throw new Error('no such state');
    const root = draw(
      <Popup state={{ ...front, outlet: null, page: { ...page, isOutletAwaited: true } }} actions={NO_ACTIONS} />,
    );
    expect(textOf(root.querySelector('main h1'))).toBe('No single story here');
    expect(root.querySelector('.outlet-stories')).toBeNull();
  });

  it('has its labels beside its name, and where nobody rates it, that', () => {
    const outlet = outletIn(drawState('not-article-labeled'));
    expect(textOf(outlet?.querySelector('h2') ?? null)).toBe('The Daily GullunratedLabeled: satire');
    expect(textOf(outlet)).toContain('No rater places this outlet between left and right.');
  });

  it.each([
    ['no-feeds', ['message', 'open-outlet']],
    ['needs-permission', ['message', 'open-outlet']],
    ['too-old', ['message', 'latest-link', 'open-outlet']],
    ['uncovered-rated', ['message', 'latest-link', 'open-outlet']],
    ['not-article', ['message', 'latest-link', 'open-outlet', 'outlet-stories']],
  ])('%s: stands under what is the case and what can be done, which it moves not', (name, parts) => {
    expect([...(drawState(name).querySelector('main')?.children ?? [])].map((part) => part.className)).toEqual(parts);
  });
});

describe('a covered article', () => {
  it('shows counts, spread and blindspot with what they are based on', () => {
    const text = textOf(drawState('covered'));
    expect(text).toContain('58% of 12 rated outlets lean left · center 25% · right 17%');
    expect(text).toContain('Blindspot: right-leaning outlets barely cover this');
    expect(text).toContain(
      '2 of the 12 rated outlets here lean right; of all rated outlets that Parallax follows, 38% do.',
    );
    expect(text).toContain('First seen at Маяк');
  });

  it('says of one outlet of a blindspot’s side, too, that it leans', () => {
    const state = stateOf('covered');
    if (state.page.status !== 'covered') throw new Error('no such state');
    const { coverage } = state.page;
    const blindspots = coverage.story.blindspots.map((blindspot) => ({ ...blindspot, outlets: 1 }));
    const page = { ...state.page, coverage: { ...coverage, story: { ...coverage.story, blindspots } } };
    const root = draw(<Popup state={{ ...state, page }} actions={NO_ACTIONS} />);
    expect(textOf(root.querySelector('.chip'))).toContain('1 of the 12 rated outlets here leans right;');
  });

  it('gives the bar a name with every count and the unrated ones', () => {
    const label = drawState('covered').querySelector('.bar')?.getAttribute('aria-label');
    expect(label).toBe('Bias of 12 rated outlets: Left 2, Lean left 5, Center 3, Lean right 1, Right 1; unrated: 4');
  });

  it('says of each part of the bar what it is where its own words have no room', () => {
    const parts = [...drawState('covered').querySelectorAll<HTMLElement>('.coverage > .bar > .segment')];
    expect(parts.map(({ title }) => title)).toEqual([
      'Left 2',
      'Lean left 5',
      'Center 3',
      'Lean right 1',
      'Right 1',
      '4 unrated',
    ]);
  });

  it('moves between tabs with arrow keys, Home and End, around both ends', () => {
    const root = drawState('covered');
    const list = root.querySelector('[role=tablist]');
    const selected = () => root.querySelector('[aria-selected=true]')?.getAttribute('data-tab');
    press(list, 'ArrowRight');
    expect(selected()).toBe('left');
    press(list, 'End');
    expect(selected()).toBe('unrated');
    press(list, 'ArrowRight');
    expect(selected()).toBe('all');
    press(list, 'ArrowLeft');
    expect(selected()).toBe('unrated');
    press(list, 'Home');
    expect(selected()).toBe('all');
    expect(root.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
  });

  it('shows the reports of the selected side only, and all of them on demand', () => {
    const root = drawState('covered');
    expect(root.querySelectorAll('.family')).toHaveLength(6);
    click(findButton(root, 'Show all 17 reports'));
    expect(root.querySelectorAll('.family')).toHaveLength(17);
    expect(document.activeElement, 'the first that was not shown before').toBe(
      root.querySelectorAll('.family')[6]?.querySelector('.headline'),
    );
    click(findButton(root, 'Right, 2 reports'));
    expect(root.querySelectorAll('.family')).toHaveLength(2);
  });

  it('opens an outlet’s ratings with rater, value, date and source, and says so before', () => {
    const root = drawState('covered');
    const opener = findButton(root, 'Coastal Sentinel: Right, show ratings');
    expect(opener.querySelector<HTMLElement>('[title]')?.title).toBe('Coastal Sentinel: Right, show ratings');
    click(opener);
    const card = textOf(root.querySelector('.outlet-card'));
    expect(card).toContain('Right, mean of 2 raters, from Right to Far right');
    expect(card).toContain('Invented Rater: right-ish (May 2024) Source');
    expect(card).toContain('Second Invented Rater: right-ish (2025) Printed yearbook');
  });

  it('gives every headline its language and direction, and opens it in a new tab at the outlet’s own address', () => {
    const root = drawState('covered');
    click(findButton(root, 'Show all 17 reports'));
    const link = root.querySelector<HTMLAnchorElement>('a[lang=ar]');
    expect(link?.dir).toBe('rtl');
    expect(link?.target).toBe('_blank');
    expect(link?.getAttribute('href')).toBe('https://manar.test/manar?from=feed');
  });

  it.each(['covered', 'not-article'])('says of every link that it opens in a new tab: %s', (name) => {
    const root = drawState(name);
    for (const toggle of root.querySelectorAll<HTMLElement>('button[aria-expanded=false]')) click(toggle);
    const links = [...root.querySelectorAll<HTMLAnchorElement>('a[href]')];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect([link.target, textOf(link)]).toEqual(['_blank', expect.stringMatching(/\(opens in a new tab\)$/)]);
  });

  it('has the open page first, and says so where it is a copy of another outlet’s text', () => {
    const [first] = drawState('covered').querySelectorAll('.family');
    expect(textOf(first ?? null)).toMatch(/^HHHarbour HeraldLean left.*this page/);
    const state = stateOf('covered');
    if (state.page.status !== 'covered') throw new Error('no such state');
    const { coverage, article } = state.page;
    const copy = coverage.articles.find(({ familyId, isOriginal }) => familyId === 'wire' && !isOriginal);
    const page = { ...state.page, article: { ...article, url: copy?.url ?? '' } };
    const [family] = draw(<Popup state={{ ...state, page }} actions={NO_ACTIONS} />).querySelectorAll('.family');
    expect(textOf(family?.querySelector('summary') ?? null)).toBe('reposted by 4 other outletsthis page');
    expect([...(family?.querySelectorAll('.reposts .mark') ?? [])]).toHaveLength(2);
  });

  it('names reposts and marks satire, opinion and the first report', () => {
    const root = drawState('covered');
    click(findButton(root, 'Show all 17 reports'));
    const text = textOf(root);
    expect(text).toContain('reposted by 4 other outlets');
    expect(text).toContain('Labeled: satire');
    expect(text).toContain('Opinion: an outlet’s bias rating says less here.');
    expect(text).toContain('Bulgaria8 hrfirst');
  });

  it('tells the other headlines that the open article was seen under, in its language', () => {
    const root = drawState('covered');
    click(findButton(root, 'Show all 17 reports'));
    const items = [...root.querySelectorAll('.family')].map(textOf);
    const open = items.find((text) => text.includes('this page'));
    expect(open).toContain('seen under another headline beforeNorthmark pier: union had warned for years');
    expect(items.filter((text) => text.includes('headline before'))).toHaveLength(1);
    const kurier = root.querySelector('details ul[lang=de]');
    expect(textOf(kurier?.parentElement ?? null)).toContain('seen under 2 other headlines before');
  });

  it('tells everybody that the tabs count reports, where the bar has outlets', () => {
    const tab = drawState('covered-few-rated').querySelector('[data-tab=center]');
    expect(tab?.getAttribute('aria-label')).toBe('Center, 2 reports');
    expect(tab?.querySelector('[title]')?.getAttribute('title')).toBe('Center, 2 reports');
  });

  it('says before a list that is cut how much of the story it has', () => {
    const [first] = drawState('covered-large').querySelector('[role=tabpanel]')?.children ?? [];
    expect(textOf(first ?? null)).toBe(
      '21 of 4,210 articles are shown; copies are left out before reports, and older articles before newer ones.',
    );
  });

  it('marks an outlet by letters of its name, not of its article', () => {
    const root = drawState('covered');
    click(findButton(root, 'Show all 17 reports'));
    const manar = [...root.querySelectorAll('.family')].find((one) => textOf(one).includes('المنارة'));
    expect(textOf(manar?.querySelector('.mono') ?? null)).toBe('من');
  });

  it('gives each facet its denominator and its unknown part', () => {
    const facets = [...drawState('covered').querySelectorAll('.facet')].map(textOf);
    expect(facets).toEqual([
      'Factualityhigh 6 · mixed 3 · other 3unknown for 4 of 16 outlets',
      'Ownershipindependent 5 · corporation 2 · other 7unknown for 2 of 16 outlets',
      'CountriesUnited States 7 · United Kingdom 2 · other 6unknown for 1 of 16 outlets',
    ]);
  });

  it('shows counts instead of percentages under three rated outlets', () => {
    const text = textOf(drawState('covered-few-rated').querySelector('.spread'));
    expect(text).toBe('2 rated outlets, too few for percentages · left 0 · center 1 · right 1');
  });

  it('leads to the ratings in the settings where no outlet has one, and not where some have', () => {
    const openRatings = vi.fn();
    const root = drawState('covered-none-rated', { ...NO_ACTIONS, openRatings });
    expect(textOf(root.querySelector('.spread'))).toBe('None of the 2 outlets that cover this has a bias rating');
    click(findButton(root, 'Add ratings'));
    expect(openRatings).toHaveBeenCalledOnce();
    expect(textOf(drawState('covered-few-rated'))).not.toContain('Add ratings');
  });

  it('says why it matches on demand, and takes an objection', () => {
    const separate = vi.fn();
    const root = drawState('covered', { ...NO_ACTIONS, separate });
    expect(root.querySelector('.reasons')).toBeNull();
    click(findButton(root, 'Why these match'));
    const reasons = textOf(root.querySelector('.reasons'));
    expect(reasons).toContain('Distinctive words in both: pier, collapse, ferry, stranded');
    expect(reasons).toContain('Published 1 hour apart');
    expect(reasons).toContain('Confidence: 97%');
    click(findButton(root, 'Not the same story'));
    expect(separate).toHaveBeenCalledOnce();
  });
});

describe('a possible match', () => {
  it('asks before it shows, with confidence and reasons', () => {
    const confirmMatch = vi.fn();
    const separate = vi.fn();
    const root = drawState('possible', { ...NO_ACTIONS, confirmMatch, separate });
    const question = textOf(root.querySelector('.question'));
    expect(question).toContain('only 58% sure');
    expect(question).toContain('Why it may belong to the story');
    expect(question).not.toContain('Why this page belongs to the story');
    click(findButton(root, 'It is the same story'));
    click(findButton(root, 'Not the same story'));
    expect(confirmMatch).toHaveBeenCalledOnce();
    expect(separate).toHaveBeenCalledOnce();
  });

  it.each(['possible', 'server-possible'])('%s: is a question to those who hear it, too, and no story yet', (name) => {
    const root = drawState(name);
    const headings = [...root.querySelectorAll('main :is(h1, h2)')].map((one) => [one.localName, textOf(one)]);
    expect(headings.slice(0, 3)).toEqual([
      ['h1', 'This may be the same story'],
      ['h2', 'Why it may belong to the story'],
      ['h2', 'Ferry crossings halted after pier collapse in Northmark'],
    ]);
    expect(root.querySelectorAll('h1')).toHaveLength(1);
    expect(textOf(root.querySelector('[role=status]'))).toBe('This may be the same story');
  });
});

it('does not call an answer the server’s that this device gave in its place', () => {
  const sourceIn = (name: string) => textOf(drawState(name).querySelector('.pill'));
  expect(sourceIn('server-covered')).toBe('from news.library.test');
  expect(sourceIn('server-device-instead')).toBe('on this device');
});

it('promises nothing of what left the browser where a server was asked in vain', () => {
  const pill = drawState('server-device-instead').querySelector('.pill');
  expect(pill?.getAttribute('title')).toBe(
    'This is from the feeds read on this device, in place of news.library.test.',
  );
});

it.each([
  [
    'server-covered',
    /its address hidden among 76 articles .* then fetched by name, .* None of the page’s text was sent/,
  ],
  [
    'server-possible',
    /hidden among 76 articles .* then fetched by name, .* The headline and first lines were sent too/,
  ],
  ['server-uncovered', /hidden among 76 articles it knows\. None of the page’s text was sent for this answer\./],
])('says what the server was asked: %s', (name, text) => {
  expect(textOf(drawState(name).querySelector('.server-line'))).toMatch(text);
});

describe('where the device answers in place of a server', () => {
  const noticeOf = (reason: FailureKind, locks: PopupState['serverLocks'] = []) => {
    const notices = [{ kind: 'device-instead', host: 'news.library.test', reason } as const];
    return draw(
      <Popup state={{ ...stateOf('server-device-instead'), notices, serverLocks: locks }} actions={NO_ACTIONS} />,
    );
  };
  const DEVICE = 'This is from the feeds read on this device.';

  it.each<[FailureKind, string]>([
    ['offline', 'You are offline, so news.library.test was not asked.'],
    ['server-unreachable', 'news.library.test is not answering.'],
    ['server-failing', 'news.library.test is not answering.'],
    ['server-busy', 'news.library.test is not answering.'],
  ])('%s is said, and needs no step', (reason, text) => {
    const root = noticeOf(reason);
    expect(textOf(root.querySelector('.notice'))).toBe(`${text} ${DEVICE}`);
  });

  it.each<[FailureKind, RegExp]>([
    ['server-token-refused', /needs an access token, or does not accept yours\. Ask whoever runs the server for one/],
    ['server-no-crowd', /fewer than 50 articles would hide the page, so it is not asked/],
    ['server-not-allowed', /does not let Parallax ask .* allow access/],
    ['server-unreadable', /is not a Parallax server, or it runs another version/],
  ])('%s is told with what helps, which is in the server settings', (reason, text) => {
    const notice = noticeOf(reason).querySelector('.notice');
    expect(textOf(notice)).toMatch(text);
    expect(textOf(notice)).toContain(DEVICE);
    expect(textOf(notice)).not.toContain('is not answering');
    expect(textOf(notice?.querySelector('button') ?? null)).toBe('Server settings');
  });

  it('does not send to settings that an organization has set', () => {
    const notice = noticeOf('server-token-refused', ['token', 'address']).querySelector('.notice');
    expect(textOf(notice)).toContain('Tell whoever manages this browser');
    expect(notice?.querySelector('button')).toBeNull();
  });
});

describe('the keyboard, after', () => {
  const stateOf = (name: string) => POPUP_STATES[name] ?? expect.fail(`no such state: ${name}`);
  const focused = () => nameOf(document.activeElement);

  /** Presses a button of the first state, then renders the other states one after the other. */
  function pressAndGoOn(button: string, [first = '', ...others]: string[]) {
    const root = drawState(first);
    const pressed = findButton(root, button);
    pressed.focus();
    click(pressed);
    for (const name of others) drawAgain(root, <Popup state={stateOf(name)} actions={NO_ACTIONS} />);
    return root;
  }

  it.each([
    ['“Not the same story” is on “Undo”', 'Not the same story', ['covered', 'uncovered-separated'], 'Undo'],
    ['“Not the same story” of a possible match too', 'Not the same story', ['possible', 'uncovered-separated'], 'Undo'],
    ['it had to be read again too', 'Not the same story', ['covered', 'reading', 'uncovered-separated'], 'Undo'],
    ['it failed is on the way out', 'Not the same story', ['covered', 'failed-storage'], 'Open settings'],
    ['“Undo” is where it was', 'Undo', ['uncovered-separated', 'uncovered', 'covered'], 'Not the same story'],
    ['“Undo” of a possible match too', 'Undo', ['uncovered-separated', 'possible'], 'Not the same story'],
    [
      'a site is switched on again is on its switch',
      'Switch on again',
      ['site-off', 'reading'],
      'Parallax on herald.test',
    ],
    [
      '“Just this once” is on what the page has come to',
      'Just this once',
      ['needs-permission', 'reading', 'covered'],
      'All, 17 reports',
    ],
    ['“Always” too', 'Always on herald.test', ['needs-permission', 'reading', 'uncovered'], 'Read the feeds again'],
    ['“Try again” too', 'Try again', ['kept-out', 'reading', 'uncovered'], 'Read the feeds again'],
  ])('%s', (_, button, states, place) => {
    pressAndGoOn(button, states);
    expect(focused()).toBe(place);
  });

  it('an outlet was placed on another side is on the tab that it has left', () => {
    const state = stateOf('covered');
    if (state.page.status !== 'covered') throw new Error('no such state');
    const root = drawState('covered');
    click(findButton(root, 'Right, 2 reports'));
    click(findButton(root, 'Coastal Sentinel: Right, show ratings'));
    root.querySelector<HTMLElement>('.outlet-card select')?.focus();
    expect(focused()).toBe('Your rating of Coastal Sentinel');
    const { coverage } = state.page;
    const { sentinel, wire } = coverage.outlets;
    if (sentinel === undefined || wire === undefined) throw new Error('no such outlets');
    const outlets = { ...coverage.outlets, sentinel: { ...sentinel, bias: wire.bias } };
    const page = { ...state.page, coverage: { ...coverage, outlets } };
    drawAgain(root, <Popup state={{ ...state, page }} actions={NO_ACTIONS} />);
    expect(root.querySelectorAll('.family')).toHaveLength(1);
    expect(focused()).toBe('Right, 1 report');
  });

  it('the reader has gone on is left there', () => {
    const root = pressAndGoOn('Not the same story', ['covered', 'reading']);
    const settings = findButton(root, 'Settings');
    settings.focus();
    drawAgain(root, <Popup state={stateOf('uncovered-separated')} actions={NO_ACTIONS} />);
    expect(document.activeElement).toBe(settings);
  });

  it('the popup opens is not taken to “Undo”', () => {
    drawState('uncovered-separated');
    expect(document.activeElement).toBe(document.body);
  });
});

it('a key that is held down on “Not the same story” does not go on with “Undo”', () => {
  const isTaken = (root: HTMLElement, name: string) => {
    const event = { key: 'Enter', repeat: true, bubbles: true, cancelable: true };
    return findButton(root, name).dispatchEvent(new KeyboardEvent('keydown', event));
  };
  expect(isTaken(drawState('covered'), 'Not the same story')).toBe(false);
  expect(isTaken(drawState('uncovered-separated'), 'Undo')).toBe(false);
});

it('how far the first round has got is not read out again with every feed', () => {
  const root = drawState('first-sync');
  const numbers = [...root.querySelectorAll('.notices p')];
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers.every((one) => one.closest('[aria-live]')?.getAttribute('aria-live') === 'off')).toBe(true);
});
