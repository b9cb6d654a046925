// The overlay that draws badges: the worker injects it into a page when there is a first badge to show.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import tokensCss from '../../components/badge-tokens.css?inline';
import badgeCss from '../../components/card/badge.css?inline';
import { createBadgeOverlay } from '../../utils/badges/overlay/badge-overlay.ts';
import { createBadgeWords } from '../../utils/badges/overlay/badge-words.ts';
import { offerPart } from '../../utils/badges/overlay/overlay-port.ts';
import { toShadowCss } from '../../utils/badges/overlay/to-shadow-css.ts';
import { readPageMessages } from '../../utils/badges/page-words.ts';
import { createTextWords } from '../../utils/i18n/create-text-words.ts';

export default defineUnlistedScript(() => {
  offerPart('__parallaxOverlay', (options) => {
    // Not at load but in a later task: compiling this script has blocked the page long enough.
    const words = createBadgeWords(createTextWords(readPageMessages()));
    return createBadgeOverlay(options, { css: [toShadowCss(tokensCss), badgeCss], words });
  });
});
