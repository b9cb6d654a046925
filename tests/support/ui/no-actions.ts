// Actions that do nothing, for pictures; a test replaces the ones that it watches.
import type { PopupActions } from '../../../components/popup/popup-state.ts';

const nothing = () => {};

export const NO_ACTIONS: PopupActions = {
  toggleSite: nothing,
  openSettings: nothing,
  openHelp: nothing,
  openOnboarding: nothing,
  openFeeds: nothing,
  allowSite: nothing,
  allowEverySite: nothing,
  readAgain: nothing,
  askFeeds: nothing,
  separate: nothing,
  unseparate: nothing,
  confirmMatch: nothing,
  copyDetails: nothing,
  toStoryHref: (id) => `#${id}`,
};
