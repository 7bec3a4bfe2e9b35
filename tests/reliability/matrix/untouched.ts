import type { Pool } from 'pg';

/** What a refusal may leave behind: that somebody asked, what they were told, and how often they were wrong. */
const MAY_GROW = ['audit_log', 'audit_log_other', 'request_log', 'attempt', 'schema_migration'];

/** Who was shown what, kept beside the audit log by a read: it decides how long what was shown is good for. */
export const NOTED_BY_READS: Readonly<Record<string, string>> = { 'activity.liveCode': 'key_holder' };

/**
 * A picture of every other table: how many rows and which transactions wrote them. It changes with any insert, update
 * or delete, even one that writes the same values again.
 */
export async function makeLook(pool: Pool): Promise<() => Promise<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'keyring') and not (tablename = any($1) or tablename like 'audit_log%')`,
    [MAY_GROW],
  );
  if (rows.length < 30) throw new Error('the look sees too few tables to be worth anything');
  const looks = rows.map(
    ({ name }) => `select '${name}' as t, count(*)::int as n, sum(xmin::text::bigint)::text as x from ${name}`,
  );
  const text = `select string_agg(t || ':' || n || ':' || coalesce(x, ''), ' ' order by t) as seen from (${looks.join(' union all ')}) s`;
  return async () => (await pool.query<{ seen: string }>({ name: 'look', text })).rows[0]?.seen ?? '';
}

/** The tables that differ between two looks. */
export function changedTables(before: string, after: string): string[] {
  const known = new Set(before.split(' '));
  return after.split(' ').filter((one) => !known.has(one));
}
