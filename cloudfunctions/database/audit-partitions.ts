import type { ClientBase } from 'pg';

/**
 * Makes the audit log's monthly partitions (UTC months) from `now`'s month on; those that exist are left alone.
 * A month whose rows already lie in the default partition stays there: moving them would need the delete that is refused.
 */
export async function makeAuditPartitions(client: ClientBase, now: Date, monthCount = 24): Promise<void> {
  for (let i = 0; i < monthCount; i++) {
    const from = firstOfMonth(now, i);
    const name = `audit_log_${from.slice(0, 4)}_${from.slice(5, 7)}`;
    await client.query(createPartition(name, `${from} 00:00:00+00`, `${firstOfMonth(now, i + 1)} 00:00:00+00`));
  }
}

function firstOfMonth(now: Date, monthsLater: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsLater, 1)).toISOString().slice(0, 10);
}

/** Row triggers come with the parent, statement triggers do not: TRUNCATE is refused partition by partition. */
function createPartition(name: string, from: string, to: string): string {
  return `do $$ begin
    if to_regclass('public.${name}') is null
      and not exists (select from audit_log_other where at >= '${from}' and at < '${to}') then
      create table public.${name} partition of public.audit_log for values from ('${from}') to ('${to}');
      create trigger ${name}_no_truncate before truncate on public.${name} for each statement execute function refuse_change();
    end if;
  end $$`;
}
