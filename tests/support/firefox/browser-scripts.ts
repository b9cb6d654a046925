// Scripts that run in Firefox itself rather than in a page. Each function runs there with the browser's privileges, without
// access to any other name in this file.

/** From the manifest. The types of the browser's objects below contain only what is used here. */
export const EXTENSION_ID = 'parallax@parallax.invalid';

type Tabs = { readonly selectedBrowser: { readonly browsingContext: { textZoom: number } } };
type BrowserWindow = Window & { readonly document: Document; readonly gBrowser: Tabs };
type ToolbarButton = { triggerAction(window: BrowserWindow): Promise<void> };
type Extension = { terminateBackground(options: { expectStopped: boolean }): Promise<void> };

declare const Services: { readonly wm: { getMostRecentBrowserWindow(): BrowserWindow } };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } };
declare const ChromeUtils: {
  importESModule(address: string): {
    readonly ExtensionParent: {
      readonly apiManager: { readonly global: { browserActionFor(extension: Extension): ToolbarButton } };
    };
  };
};

/** As a click does, it grants activeTab and opens the popup, in place of one that is open. */
export async function clickToolbar(extensionId: string): Promise<void> {
  const window = Services.wm.getMostRecentBrowserWindow();
  for (const panel of window.document.querySelectorAll<Element & { hidePopup(): void }>('panel[panelopen]')) {
    panel.hidePopup();
  }
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  type PopupBrowser = Element & { readonly currentURI: { readonly spec: string } };
  for (let tries = 0; tries < 1_200; tries += 1) {
    const popup = window.document.querySelector<PopupBrowser>('.webextension-popup-browser');
    if (popup?.currentURI.spec.endsWith('/popup.html')) return;
    await new Promise((resolve) => window.setTimeout(resolve, 25));
  }
  throw new Error('The popup did not open.');
}

/** False behind the puzzle piece. */
export async function isInToolbar(extensionId: string): Promise<boolean> {
  const { document } = Services.wm.getMostRecentBrowserWindow();
  return document.querySelector(`#nav-bar [data-extensionid="${extensionId}"]`) !== null;
}

/** Like "Zoom text only", for the selected tab. */
export async function doubleText(): Promise<void> {
  Services.wm.getMostRecentBrowserWindow().gBrowser.selectedBrowser.browsingContext.textZoom = 2;
}

/** Returns what the prompt asked for. */
export async function grantWhatIsAsked(): Promise<string> {
  const window = Services.wm.getMostRecentBrowserWindow();
  type Prompt = Element & { readonly button: HTMLElement };
  for (let tries = 0; tries < 1_200; tries += 1) {
    const panel = window.document.querySelector<Element & { readonly state: string }>('#notification-popup');
    const prompt = panel?.querySelector<Prompt>('#addon-webext-permissions-notification');
    if (panel?.state === 'open' && prompt && !prompt.button.hasAttribute('disabled')) {
      const asked = prompt.textContent ?? '';
      prompt.button.click();
      return asked;
    }
    await new Promise((resolve) => window.setTimeout(resolve, 25));
  }
  throw new Error('Nothing was asked.');
}

export async function stopBackground(extensionId: string): Promise<void> {
  await WebExtensionPolicy.getByID(extensionId).extension.terminateBackground({ expectStopped: true });
}
