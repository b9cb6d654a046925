// The popup's header: name, source of the answer, the site's switch and the settings.
import { Icon } from '../Icon.tsx';
import { Logo } from '../Logo.tsx';
import { SourcePill } from '../SourcePill.tsx';
import { useWords } from '../words/words.ts';
import type { PopupActions, PopupState } from './popup-state.ts';

type PopupHeaderProps = {
  serverHost: string | null;
  isDeviceInstead: boolean;
  site: PopupState['site'];
  actions: Pick<PopupActions, 'toggleSite' | 'openSettings'>;
};

/** Icon buttons have only a `title`, which is their accessible name; an equal label would be read out twice. */
export function PopupHeader({ serverHost, isDeviceInstead, site, actions }: PopupHeaderProps) {
  const words = useWords();
  return (
    <header class="popup-header">
      <Logo />
      <strong>{words.text('extensionName')}</strong>
      <SourcePill serverHost={serverHost} deviceInstead={isDeviceInstead ? 'deviceInPlace' : null} />
      <span class="grow" />
      {site && (
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={site.isOn}
          title={words.text('siteSwitch', site.host)}
          onClick={actions.toggleSite}
        />
      )}
      <button type="button" class="icon-button" title={words.text('settings')} onClick={actions.openSettings}>
        <Icon name="settings" />
      </button>
    </header>
  );
}
