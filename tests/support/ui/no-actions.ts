// Actions that do nothing, for screenshots; a test replaces those that it checks.
import type { CardActions } from '../../../components/card/card-state.ts';
import type { OnboardingActions } from '../../../components/onboarding/Onboarding.tsx';
import type { OptionsActions } from '../../../components/options/options-state.ts';
import type { PopupActions } from '../../../components/popup/popup-state.ts';
import type { SourceActions } from '../../../components/source/source-state.ts';
import type { StoryActions } from '../../../components/story/Story.tsx';

const nothing = () => {};
const toStoryHref = (id: string | null) => `#${id ?? 'latest'}`;

export const NO_ACTIONS: PopupActions = {
  toggleSite: nothing,
  setBadgeDensity: nothing,
  openSettings: nothing,
  openData: nothing,
  openHelp: nothing,
  openSource: nothing,
  openLedger: nothing,
  openOnboarding: nothing,
  openFeeds: nothing,
  openRatings: nothing,
  allowSite: nothing,
  allowEverySite: nothing,
  readAgain: nothing,
  readAsArticle: nothing,
  askFeeds: nothing,
  askServer: nothing,
  separate: nothing,
  unseparate: nothing,
  confirmMatch: nothing,
  copyDetails: nothing,
  rateOutlet: nothing,
  toStoryHref,
};

export const NO_CARD_ACTIONS: CardActions = { close: nothing, openStory: nothing, tryAgain: nothing };

export const NO_STORY_ACTIONS: StoryActions = {
  toStoryHref,
  openSettings: nothing,
  reload: nothing,
  copyDetails: nothing,
  rateOutlet: nothing,
};

export const NO_ONBOARDING_ACTIONS: OnboardingActions = {
  latestHref: toStoryHref(null),
  setReadingMode: nothing,
  allowReading: nothing,
  toggleEdition: nothing,
  allowFeeds: nothing,
};

const NO_SOURCE_ACTIONS: SourceActions = {
  useDevice: nothing,
  testServer: nothing,
  useServer: nothing,
  toggleHeadline: nothing,
  toggleLinkLookup: nothing,
  toggleFallBack: nothing,
  filterLedger: nothing,
  showMoreLedger: nothing,
  clearLedger: nothing,
};

export const NO_OPTIONS_ACTIONS: OptionsActions = {
  source: NO_SOURCE_ACTIONS,
  setReadingMode: nothing,
  allowReading: nothing,
  removeChosenSite: nothing,
  switchSiteOn: nothing,
  setBadgeDensity: nothing,
  setBadgeMinimum: nothing,
  forgetBadgeSite: nothing,
  toggleEdition: nothing,
  setFeedLimit: nothing,
  setPollMinutes: nothing,
  togglePolling: nothing,
  setKeepDays: nothing,
  changeBlindspots: nothing,
  resetBlindspots: nothing,
  allowFeeds: nothing,
  toggleFeed: nothing,
  togglePack: nothing,
  removePack: nothing,
  importOutlets: nothing,
  removeOutletPack: nothing,
  importRatings: nothing,
  findOutlets: nothing,
  rateOutlet: nothing,
  removeOwnRating: nothing,
  saveOwnRatings: nothing,
  loadOwnRatings: nothing,
  takeBackOwnRatings: nothing,
  undoRemoval: nothing,
  clearData: nothing,
};
