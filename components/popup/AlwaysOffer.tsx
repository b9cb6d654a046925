// Below a page that was read on a click: an offer to read its site automatically.
import { useWords } from '../words/words.ts';
import type { ReadingOffer } from './popup-state.ts';

type AlwaysOfferProps = { host: string; offer: ReadingOffer; onAllow: () => void };

export function AlwaysOffer({ host, offer, onAllow }: AlwaysOfferProps) {
  const words = useWords();
  return (
    <section class="always-offer small" aria-label={words.text('readingHeading')}>
      <div>
        <span class="muted">{words.text(offer.isAllowed ? 'readOnClickAllowed' : 'readOnClick')}</span>
        <button type="button" class="link-button" onClick={onAllow}>
          {words.text('allowSite', host)}
        </button>
      </div>
      <p class="muted" role="status">
        {offer.wasRefused && words.text('permissionRefused')}
      </p>
    </section>
  );
}
