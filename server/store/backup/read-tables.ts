// Lists our tables and sequences as the database's catalogue has them: those of its version, with their columns.
import * as z from 'zod/mini';
import type { Queries } from '../database.ts';
import { OWN_COUNTERS, OWN_TABLES } from './own-tables.ts';

const Column = z.object({ name: z.string(), type: z.string() });
const Table = z.object({ name: z.string(), columns: z.array(Column) });
export type Table = z.infer<typeof Table>;

const Counter = z.object({ name: z.string(), last: z.number(), isCalled: z.boolean() });
export type Counter = z.infer<typeof Counter>;

/** In an order that satisfies foreign keys. The job queue is in another schema, and is not backed up. */
export async function readTables({ query }: Queries): Promise<Table[]> {
  const rows = await query(
    `select c.relname as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname = any($1::text[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`,
    [OWN_TABLES],
  );
  const references = await query(
    `select conrelid::regclass::text as name, confrelid::regclass::text as needs from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  return inOrder(
    z.array(Table).parse(rows),
    references.map(({ name, needs }) => ({ name: String(name), needs: String(needs) })),
  );
}

type Reference = { readonly name: string; readonly needs: string };

function inOrder(tables: readonly Table[], references: readonly Reference[]): Table[] {
  const ordered: Table[] = [];
  const waiting = [...tables];
  while (waiting.length > 0) {
    const isFree = ({ name }: Table) =>
      !references.some((one) => one.name === name && one.needs !== name && waiting.some((w) => w.name === one.needs));
    const free = waiting.findIndex(isFree);
    if (free === -1) throw new Error('tables refer to each other in a circle');
    ordered.push(...waiting.splice(free, 1));
  }
  return ordered;
}

export async function readCounters({ query }: Queries): Promise<Counter[]> {
  const rows = await query(
    `select sequencename as name, coalesce(last_value, start_value) as last, last_value is not null as "isCalled"
    from pg_sequences where schemaname = 'public' and sequencename = any($1::text[]) order by sequencename`,
    [OWN_COUNTERS],
  );
  return z.array(Counter).parse(rows);
}
