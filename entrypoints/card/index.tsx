// The card of badges: the worker injects it into a page when a badge is pointed at for the first time.
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import baseCss from '../../components/base.css?inline';
import { Card } from '../../components/card/Card.tsx';
import cardCss from '../../components/card/card.css?inline';
import coverageCss from '../../components/coverage/coverage.css?inline';
import { findDirection } from '../../components/coverage/direction.ts';
import { WordsProvider } from '../../components/words/words.ts';
import { type CardOptions, type OpenCard, offerPart } from '../../utils/badges/overlay/overlay-port.ts';
import { placeCard } from '../../utils/badges/overlay/place-card.ts';
import { toShadowCss } from '../../utils/badges/overlay/to-shadow-css.ts';
import { readPageMessages } from '../../utils/badges/page-words.ts';
import { createWords } from '../../utils/i18n/create-words.ts';

export default defineUnlistedScript(() => {
  const words = createWords({ ...readPageMessages(), now: Date.now });
  const css = toShadowCss(baseCss + coverageCss + cardCss);
  offerPart('__parallaxCard', (options) => openCard(options, { words, css }));
});

type Looks = { readonly words: ReturnType<typeof createWords>; readonly css: string };

function openCard({ layer, place, actions, state }: CardOptions, { words, css }: Looks): OpenCard {
  layer.adopt(css);
  const element = document.createElement('div');
  element.className = `card ${place.isOnDark ? 'dark' : 'light'}`;
  element.lang = words.locale;
  element.dir = findDirection(words.locale.split('-')[0] ?? '');
  element.tabIndex = -1;
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-labelledby', 'card-title');
  layer.surface.append(element);
  const card: OpenCard = {
    element,
    draw(shown) {
      render(
        <WordsProvider value={words}>
          <Card state={shown} actions={actions} />
        </WordsProvider>,
        element,
      );
      card.place();
    },
    place() {
      const { isRightToLeft } = place;
      void placeCard(element, { layer, badge: place.badge(), headline: place.headline(), isRightToLeft });
    },
    close() {
      render(null, element);
      element.remove();
    },
  };
  card.draw(state);
  return card;
}
