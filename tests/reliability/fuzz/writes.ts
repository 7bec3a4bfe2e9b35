import type { Pool } from 'pg';

/** What a refusal may leave behind: that somebody asked, what they were told, and how often they were wrong. */
const MAY_GROW = ['audit_log', 'request_log', 'attempt', 'schema_migration'];

export interface Written {
  readonly what: string;
  /** The request that did it, of those asked about, by the transaction that both were written in. */
  readonly by: string | null;
}

/**
 * Watches every other table by a trigger on each row, and tells what has been written since it was last asked. What was
 * rolled back does not count. It costs nothing where nothing is written.
 */
export async function watchWrites(
  pool: Pool,
): Promise<(requestIds?: readonly string[]) => Promise<readonly Written[]>> {
  await pool.query(`
    create table written (place bigint generated always as identity primary key, what text not null, transaction xid not null);
    create function note_write() returns trigger language plpgsql security definer as
      $$ begin
        insert into public.written (what, transaction)
          values (lower(tg_op) || ' of ' || tg_table_name, pg_current_xact_id()::xid);
        return null;
      end $$;`);
  const { rows } = await pool.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind in ('r', 'p') and not relispartition and relname <> all ($1)
       and relnamespace in ('public'::regnamespace, 'keyring'::regnamespace)`,
    [[...MAY_GROW, 'written']],
  );
  if (rows.length < 30) throw new Error('the watch sees too few tables to be worth anything');
  for (const { name } of rows)
    await pool.query(
      `create trigger note_write after insert or update or delete on ${name} for each row execute function note_write()`,
    );
  let last = 0;
  const since = {
    name: 'written-since',
    text: `select place, what, request_id as by from written
      left join request_log on request_id = any ($2::text[]) and request_log.xmin = transaction
      where place > $1 order by place`,
  };
  return async (requestIds = []) => {
    const found = await pool.query<Written & { place: string }>({ ...since, values: [last, requestIds] });
    last = Number(found.rows.at(-1)?.place ?? last);
    return found.rows;
  };
}
