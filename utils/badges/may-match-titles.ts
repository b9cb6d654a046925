// Whether the headlines of links are worth comparing: where they lead to outlets' articles, as on their own front pages.
import { isRootAddress } from '../page/plain-address.ts';

export type TitleKnowledge = {
  /** Headlines can be compared now. */
  readonly canMatchTitles: () => boolean;
  readonly isKnownOutlet: (url: string) => Promise<boolean>;
};

/** Such a headline is of news, which what a shop or a forum says of itself is not. */
export async function mayMatchTitles(urls: readonly string[], known: TitleKnowledge): Promise<boolean> {
  if (!known.canMatchTitles()) return false;
  for (const url of urls) {
    // Of a link that was written wrongly the browser gives what is written.
    if (URL.canParse(url) && !isRootAddress(new URL(url)) && (await known.isKnownOutlet(url))) return true;
  }
  return false;
}
