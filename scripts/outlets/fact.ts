// What one raw source says about one outlet, before the sources are merged.

export type Fact = {
  source: Source;
  /** Host without www, as in the source. */
  host: string;
  name?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  languages?: string[] | undefined;
  owner?: string | undefined;
  ownership?: string | undefined;
  type?: string | undefined;
  feeds?: RawFeed[] | undefined;
};

export type RawFeed = { url: string; lang?: string | undefined; format?: 'sitemap' | undefined };

export type Source = 'kagi' | 'fundus' | 'palewire' | 'mbfc' | 'yavuz' | 'awesome' | 'kagi-feeds' | 'yin';
