// The popup as a whole in a browser in memory: what it shows at first, and what its buttons do.
// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { type FirstFacts, readFirstFacts, usePopup } from '../../../../entrypoints/popup/use-popup.ts';
import { browser } from '../../../../utils/browser.ts';
import { draw, findButton, textOf } from '../../components/draw.tsx';

function PopupEntry({ first }: { first: FirstFacts }) {
  const { state, actions } = usePopup(first);
  return <Popup state={state} actions={actions} />;
}

it('what the browser does not tell is said to have failed, and tried again', async () => {
  vi.spyOn(browser.tabs, 'query').mockRejectedValue(new Error('no tabs'));
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const root = draw(<PopupEntry first={await readFirstFacts('')} />);
  expect(textOf(root.querySelector('main'))).toContain('This should not have happened');
  findButton(root, 'Try again').click();
  expect(reload).toHaveBeenCalledOnce();
});
