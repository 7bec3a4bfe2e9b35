import type { Pool } from 'pg';

/** What a refusal may leave behind: that somebody asked, what they were told, and how often they were wrong. */
const MAY_GROW = ['audit_log', 'request_log', 'attempt', 'schema_migration'];

/**
 * Watches every other table by a trigger on each row, and tells what has been written since it was last asked. What was
 * rolled back does not count. It costs nothing where nothing is written, so it can be asked after every input.
 */
export async function watchWrites(pool: Pool): Promise<() => Promise<string[]>> {
  await pool.query(`
    create table written (place bigint generated always as identity primary key, what text not null);
    create function note_write() returns trigger language plpgsql security definer as
      $$ begin insert into public.written (what) values (lower(tg_op) || ' of ' || tg_table_name); return null; end $$;`);
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
  const since = { name: 'written-since', text: 'select place, what from written where place > $1 order by place' };
  return async () => {
    const found = await pool.query<{ place: number; what: string }>({ ...since, values: [last] });
    last = Number(found.rows.at(-1)?.place ?? last);
    return found.rows.map(({ what }) => what);
  };
}
