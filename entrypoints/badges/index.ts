// The finder: it finds links to articles and has badges drawn for those that others cover. The worker adds it where there may be some.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchBadges } from '../../utils/badges/watch-badges.ts';

export default defineUnlistedScript(() => watchBadges());
