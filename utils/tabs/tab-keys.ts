// The keys in storage.session for what is known about a tab; all are removed together with the tab's page.

export const tabKey = (tabId: number): string => `tab:${tabId}`;

/** The last report about the tab's page. */
export const reportKey = (tabId: number): string => `report:${tabId}`;

/** The story that the user said the page belongs to. */
export const confirmedKey = (tabId: number): string => `confirmed:${tabId}`;

/** The page that the user clicked to read. */
export const clickedKey = (tabId: number): string => `clicked:${tabId}`;

/** Null for keys that belong to no tab. */
export function findTabId(key: string): number | null {
  const [, id] = /^(?:tab|report|confirmed|clicked):(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}
