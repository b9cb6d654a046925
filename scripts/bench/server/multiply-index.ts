// Multiplies an index within the database: copies of its stories with other ids, found by other terms.
//
// Generating a million articles in this process would take almost an hour. A copy differs in what the index looks at: its ids,
// which are hashes again, and its terms for matching. Its texts and the size of its summary are the same.
import type { Database } from '../../../server/store/database.ts';

export async function multiplyIndex(database: Database, times: number): Promise<void> {
  for (let copy = 1; copy < times; copy++) {
    const hashed = (column: string) => `left(encode(sha256(convert_to(${column} || ':${copy}', 'UTF8')), 'hex'), 20)`;
    await database.script(`
      insert into articles (id, url, link, outlet_id, title, lead, lang, kind, published_at, first_seen_at, credit, shard)
        select ${hashed('id')}, url || '-${copy}', link, outlet_id, title, lead, lang, kind, published_at, first_seen_at,
          credit, shard
        from articles join originals using (id);
      insert into match_terms (article_id, at, terms)
        select ${hashed('article_id')}, at, array(select term # ${copy * 7919} from unnest(terms) term)
        from match_terms join originals on originals.id = article_id;
      insert into places (generation, article_id, story_id, family_id)
        select generation, ${hashed('article_id')}, 's-' || ${hashed('story_id')}, ${hashed('family_id')}
        from places join originals on originals.id = article_id;
      insert into stories (generation, id, shard, summary, articles, reports, updated_at, blindspot_sides, home_country,
          outlet_ids, words)
        select generation, 's-' || ${hashed('stories.id')}, shard,
          jsonb_set(summary::jsonb, '{id}', to_jsonb('s-' || ${hashed('stories.id')}))::json,
          articles, reports, updated_at, blindspot_sides, home_country, outlet_ids, words
        from stories join original_stories using (id);
    `);
  }
}

/** Call it before the first copy: marks what is to be copied. */
export async function markOriginals(database: Database): Promise<void> {
  await database.script(`
    drop table if exists originals, original_stories;
    create unlogged table originals as select id from articles;
    create unlogged table original_stories as select id from stories;
    analyze originals; analyze original_stories;
  `);
}
