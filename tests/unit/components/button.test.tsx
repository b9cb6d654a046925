// An inactive button keeps the focus and does nothing.
// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { Button } from '../../../components/Button.tsx';
import { Popup } from '../../../components/popup/Popup.tsx';
import { ServerForm } from '../../../components/source/ServerForm.tsx';
import { NO_ACTIONS, NO_OPTIONS_ACTIONS } from '../../support/ui/no-actions.ts';
import { OPTIONS_STATES } from '../../support/ui/page-states.ts';
import { POPUP_STATES } from '../../support/ui/popup-states.ts';
import { draw, drawAgain, findButton } from './draw.tsx';

it('keeps the keyboard when it begins to rest, and takes no press until it is over', () => {
  const onClick = vi.fn();
  const root = draw(<Button onClick={onClick}>Go</Button>);
  findButton(root, 'Go').focus();
  const rest = (isResting: boolean) =>
    drawAgain(
      root,
      <Button onClick={onClick} isResting={isResting}>
        Go
      </Button>,
    );
  rest(true);
  act(() => findButton(root, 'Go').click());
  expect(onClick).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(findButton(root, 'Go'));
  expect(findButton(root, 'Go').matches(':disabled')).toBe(false);
  expect(findButton(root, 'Go').getAttribute('aria-disabled')).toBe('true');
  rest(false);
  act(() => findButton(root, 'Go').click());
  expect(onClick).toHaveBeenCalledOnce();
});

it('a server is not tested a second time while its test runs, and the keyboard stays', () => {
  const testServer = vi.fn();
  const choice = OPTIONS_STATES['server-in-use']?.source ?? expect.fail('no such state');
  const actions = { ...NO_OPTIONS_ACTIONS.source, testServer };
  const root = draw(<ServerForm choice={choice} test={{ status: 'running' }} actions={actions} />);
  const button = findButton(root, 'Testing…');
  expect(button.matches(':disabled')).toBe(false);
  act(() => button.click());
  expect(testServer).not.toHaveBeenCalled();
});

it('“Read the feeds again” keeps the keyboard while they are read', () => {
  const state = POPUP_STATES['uncovered-separated'] ?? expect.fail('no such state');
  const root = draw(<Popup state={state} actions={NO_ACTIONS} />);
  expect(findButton(root, 'Reading the feeds…').matches(':disabled')).toBe(false);
});
