// The finder: it finds links to articles and has badges drawn for covered ones. The worker injects it where there may be some.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchBadges } from '../../utils/badges/watch-badges.ts';

export default defineUnlistedScript(() => watchBadges());
