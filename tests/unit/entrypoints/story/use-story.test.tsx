// The whole story page: when it is rendered, and what it shows while the reports are being compared.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Story } from '../../../../components/story/Story.tsx';
import { useStory } from '../../../../entrypoints/story/use-story.ts';
import { browser } from '../../../../utils/browser.ts';
import { rateOutlet } from '../../../../utils/outlets/rate-outlet.ts';
import { readSetting, writeSettings } from '../../../../utils/settings.ts';
import { inventedContext } from '../../../support/ui/invented-context.ts';
import { inventedCoverage } from '../../../support/ui/invented-story.ts';
import { draw, findButton, textOf } from '../../components/draw.tsx';

const coverage = inventedCoverage();
const COMPARING = 'Comparing';
/** Shorter than the page's wait for its brief; twice this is longer. */
const MOMENT_MS = 200;

function StoryEntry() {
  return <Story {...useStory()} />;
}

let answerContext: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', `?id=${coverage.story.id}`);
  const compared = new Promise<void>((resolve) => {
    answerContext = resolve;
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name } = message as { name: string };
    if (name === 'story/coverage') return { ok: true, value: { coverage, by: 'device' } };
    if (name !== 'story/context') return { ok: false, error: { reason: 'no-answer' } };
    await compared;
    return { ok: true, value: inventedContext() };
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hasList = (root: HTMLElement) => root.querySelector('.families') !== null;

it('is rendered once, with its brief, if that arrives within a moment', async () => {
  const root = draw(<StoryEntry />);
  const seen: string[] = [];
  new MutationObserver(() => seen.push(textOf(root.querySelector('.brief')))).observe(root, {
    childList: true,
    subtree: true,
  });
  answerContext();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(hasList(root)).toBe(true);
  expect(root.querySelectorAll('.brief-sentence').length).toBeGreaterThan(2);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((text) => text.includes(COMPARING))).toEqual([]);
});

it('is rendered without it if comparing the reports takes longer', async () => {
  const root = draw(<StoryEntry />);
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(hasList(root)).toBe(false);
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(textOf(root.querySelector('.brief'))).toContain(COMPARING);
  expect(hasList(root)).toBe(true);
  answerContext();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(root.querySelectorAll('.brief > ol > li')).toHaveLength(3);
});

it('folds the brief if somebody has scrolled by then', async () => {
  vi.stubGlobal('scrollY', 40);
  const root = draw(<StoryEntry />);
  await vi.advanceTimersByTimeAsync(2 * MOMENT_MS);
  answerContext();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(root.querySelector('.brief > details')).not.toBeNull();
});

it('folds the brief if it is so late that somebody may have begun to read', async () => {
  const root = draw(<StoryEntry />);
  await vi.advanceTimersByTimeAsync(2_000);
  answerContext();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  const folded = root.querySelector('.brief > details');
  expect(textOf(folded?.querySelector('summary') ?? null)).toBe('In brief: 3 sentences');
  expect(folded?.hasAttribute('open')).toBe(false);
  expect(folded?.querySelectorAll('.brief-sentence')).toHaveLength(3);
  await rateOutlet('sentinel', 0);
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(root.querySelector('.brief > details'), 'what its reader may have opened').toBe(folded);
});

it('shows the story anew once an outlet has another place, and with it what its sides differ on', async () => {
  answerContext();
  const root = draw(<StoryEntry />);
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  const rated = () => textOf(root.querySelector('.stats > div:nth-child(3) dd'));
  expect(rated()).toBe('12');
  const { story } = coverage;
  const anew = { ...coverage, story: { ...story, spread: { ...story.spread, rated: 13 } } };
  const compared = new Promise<void>((resolve) => {
    answerContext = resolve;
  });
  const [group, ...groups] = inventedContext().differences.groups;
  if (group === undefined) throw new Error('no differences');
  const differences = { ...inventedContext().differences, groups: [{ ...group, outlets: 7 }, ...groups] };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { name } = message as { name: string };
    if (name === 'story/coverage') return { ok: true, value: { coverage: anew, by: 'device' } };
    await compared;
    return { ok: true, value: { ...inventedContext(), differences } };
  });
  findButton(root, 'Coastal Sentinel: Right, show ratings').click();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  const place = root.querySelector<HTMLSelectElement>('.outlet-card select');
  if (place === null) throw new Error('no place to choose');
  place.value = 'center';
  place.dispatchEvent(new Event('change'));
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(await readSetting('ownBias')).toEqual({ sentinel: expect.objectContaining({ bias: 0 }) });
  expect(rated()).toBe('13');
  expect(textOf(root.querySelector('.brief'))).not.toContain(COMPARING);
  expect(textOf(root.querySelector('.difference-group'))).toContain('6 of 14 outlets compared');
  answerContext();
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(textOf(root.querySelector('.difference-group'))).toContain('7 of 15 outlets compared');
});

it('says that the details were not copied where the browser refuses, and that they were where it does not', async () => {
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({ ok: false, error: { reason: 'bad-input' } });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: 'Parallax', version: '1.0' });
  vi.spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValueOnce(new DOMException('Document is not focused.', 'NotAllowedError'))
    .mockResolvedValue(undefined);
  const root = draw(<StoryEntry />);
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  for (const said of ['Not copied', 'Copied.']) {
    findButton(root, 'Copy details').click();
    await vi.advanceTimersByTimeAsync(MOMENT_MS);
    expect([...root.querySelectorAll('[role=status]')].map(textOf)).toContainEqual(expect.stringContaining(said));
  }
});

it('says of the latest stories that the device told them, where the server did not answer', async () => {
  history.replaceState(null, '', '?');
  await writeSettings({ sourceMode: 'server', serverAddress: 'https://library.test/' });
  vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue({
    ok: true,
    value: { stories: [coverage.story], by: 'device' },
  });
  const root = draw(<StoryEntry />, 'en');
  await vi.advanceTimersByTimeAsync(MOMENT_MS);
  expect(root.querySelector('.pill')?.getAttribute('title')).toContain('in place of library.test');
});
