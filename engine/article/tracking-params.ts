// Query parameters that say how a reader got to an article and never which article it is: reviewed data, no rules.
//
// A name belongs here only when no site is known to tell articles apart by it; `id`, `cid`, `p`, `story`, `aid` never do.
// Names are lower case; they are compared without regard to case.

/** Families of parameters by prefix: analytics suites own the whole prefix. */
export const TRACKING_PREFIXES: readonly string[] = [
  'utm_', // Google Analytics and everyone after it
  'at_', // AT Internet / Piano (BBC, Le Monde)
  'mtm_',
  'pk_', // Matomo
  'mc_', // Mailchimp
  'ns_', // comScore Digital Analytix
  'wt_', // Webtrekk (German outlets)
  'wt.',
  ...['hsa_', '_hs', '__hs'], // HubSpot
  'oly_', // Omeda
  'vero_',
  'fb_', // Facebook; story_fbid does not begin with it
  'amp_', // AMP viewers and caches
  'guce_', // Yahoo
  'sp_', // Sailthru, Selligent
];

export const TRACKING_NAMES: ReadonlySet<string> = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'ysclid', 'twclid', 'ttclid'],
  ...['igshid', 'igsh', 'li_fat_id', 'rb_clickid', 'tblci', 'dicbo', 'oborigurl', 'wickedid', 'epik', 'srsltid'],
  ...[
    '_ga',
    '_gl',
    'hsctatracking',
    'mkt_tok',
    'spmailingid',
    'spuserid',
    'spjobid',
    'spreportid',
    'nlid',
    'cndid',
    'mbid',
  ],
  ...['cmpid', 'ncid', 'icid', 'intcid', 'intcmp', 'ocid', 'ito', 's_cid', 'xtor', 'xtref', 'ftag', 'ftcamp', 'taid'],
  ...['smid', 'smtyp', 'emc', 'partner', 'maca', 'srnd', 'sref', 'spref', 'sr_share', 'soc_src', 'soc_trk', 'tsrc'],
  ...['__twitter_impression', 'guccounter', 'usqp', 'ref_src', 'ref_url', 'referrer', 'reflink', 'traffic_source'],
  ...['leadsource', 'feedtype', 'feedname', '__source', 'recirc', 'trk', 'wtrid', 'echobox', 'embedded-checkout'],
  ...['.tsrc', 'unlocked_article_code', 'mktcid', 'mktcval'], // Yahoo Finance, New York Times, NZZ
]);

const YES = /^(?:1|true|yes|on)?$/;
const CHANNEL = /^(?:rss|feed|atom|twitter|facebook|newsletter|share|social|whatsapp)$/;

/** Parameters that only some values make a tracking mark: elsewhere they may name the article. */
export const TRACKING_VALUES: Readonly<Record<string, RegExp>> = {
  amp: YES,
  outputtype: /^amp$/,
  output: /^amp$/,
  view: /^amp$/,
  rss: YES,
  feed: /^(1|rss\d?|atom|true)?$/,
  ref: /^(rss|feed|atom|home|homepage|twitter|facebook|fb|newsletter|share|social|whatsapp|telegram|upstract\.com)$/,
  source: CHANNEL,
  src: CHANNEL,
  from: /^(rss|feed|atom|twitter|facebook|newsletter|share|social|whatsapp|mrss)$/,
  via: CHANNEL,
  mod: /^(rss|e2tw|e2fb|mw_rss|djemrss).*$/, // Dow Jones titles, and what others syndicate from them
  cmp: /^(rss|share|twitter|facebook).*$/,
  cid: /^(rss|share|social|twitter|facebook)([-_:].*)?$/,
};

/** Parameters that are a tracking mark on these hosts, whatever their value; elsewhere they may name the article. */
export const TRACKING_ON_HOSTS: Readonly<Record<string, RegExp>> = {
  mod: /(?:^|\.)(?:wsj|barrons|marketwatch|mansionglobal|fnlondon)\.com$/, // Dow Jones titles: where on a page the link stood
};

const PRINT = /^(?:print|printer|printable|printer-?friendly)$/;

/**
 * Parameters that ask for another form of an article: to be printed, one of its pages, all of them. Odd sites name articles so
 * (`?page=12`), so they count for nothing only where something else names the article.
 */
export const VARIANT_VALUES: Readonly<Record<string, RegExp>> = {
  print: YES,
  printable: YES,
  printerfriendly: YES,
  singlepage: YES,
  showall: YES,
  view: /^(?:print|printer|all|full)$/,
  output: PRINT,
  format: PRINT,
  mode: PRINT,
  layout: PRINT,
  tmpl: /^component$/, // Joomla
  page: /^(?:all|\d{1,2})$/,
  pagewanted: /^(?:all|print|\d{1,2})$/,
};
