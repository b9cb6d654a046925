// The popup's head: name, where the answer came from, the site's switch and the settings.
import { Icon } from '../Icon.tsx';
import { Logo } from '../Logo.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions, PopupState } from './popup-state.ts';

type PopupHeaderProps = {
  site: PopupState['site'];
  actions: Pick<PopupActions, 'toggleSite' | 'openSettings'>;
};

export function PopupHeader({ site, actions }: PopupHeaderProps) {
  const words = useWords();
  return (
    <header class="popup-header">
      <Logo />
      <strong class="grow">{words.text('extensionName')}</strong>
      <span class="pill" title={words.text('onThisDeviceTitle')}>
        <span class="dot" aria-hidden="true" />
        {words.text('onThisDevice')}
      </span>
      {site && (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={site.isOn}
          aria-label={words.text('siteSwitch', site.host)}
          title={words.text('siteSwitch', site.host)}
          onClick={actions.toggleSite}
        />
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={words.text('settings')}
        title={words.text('settings')}
        onClick={actions.openSettings}
      >
        <Icon name="settings" />
      </button>
    </header>
  );
}
