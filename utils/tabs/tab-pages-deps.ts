// What the states of tabs need from the rest of the extension.
import type { CoverageError } from '../../engine/ports.ts';
import type { Result } from '../../engine/result.ts';
import type { SeparatedStory } from '../coverage/find-separated.ts';
import type { AnsweredBy, PageState, TabState } from '../tab-state.ts';
import type { PageAnswerDeps } from './find-page-answer.ts';

export type Tab = { readonly id: number; readonly url: string | null; readonly isPrivate: boolean };

export type TabPagesDeps = PageAnswerDeps & {
  readonly findTab: (tabId: number) => Promise<Tab | null>;
  /** Its page is still loading, so the browser admits no scripts yet. */
  readonly isLoading: (tabId: number) => Promise<boolean>;
  /** All open tabs. */
  readonly listTabs: () => Promise<readonly Tab[]>;
  /** Removes what is stored for tabs that no longer exist. */
  readonly dropGoneTabs: () => Promise<void>;
  readonly readTab: (tabId: number) => Promise<boolean>;
  readonly readTabAsArticle: (tabId: number) => Promise<boolean>;
  readonly isSiteOff: (url: string) => Promise<boolean>;
  /** Whether the page may be read without a click. */
  readonly mayReadByItself: (url: string) => Promise<boolean>;
  /** A separation that the user made earlier for this article, with the story's title. */
  readonly findSeparated: (articleUrl: string) => Promise<TabState['separated']>;
  readonly separate: (separated: SeparatedStory, answeredBy: AnsweredBy) => Promise<Result<unknown, CoverageError>>;
  readonly unseparate: (separated: SeparatedStory) => Promise<Result<unknown, CoverageError>>;
  readonly showInToolbar: (tabId: number, page: PageState | null) => Promise<void>;
  readonly now: () => number;
  /** `work` must not throw. */
  readonly after: (ms: number, work: () => Promise<void>) => void;
};
