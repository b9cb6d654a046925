// The names under which storage.session keeps what is known of a tab; all of them go with the tab's page.

export const tabKey = (tabId: number): string => `tab:${tabId}`;

/** The last report of the tab's page. */
export const reportKey = (tabId: number): string => `report:${tabId}`;

/** The story that the user said the page belongs to. */
export const confirmedKey = (tabId: number): string => `confirmed:${tabId}`;

/** The page that the user clicked to have read. */
export const clickedKey = (tabId: number): string => `clicked:${tabId}`;

/** Null for what is not of a tab. */
export function findTabId(key: string): number | null {
  const [, id] = /^(?:tab|report|confirmed|clicked):(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}
