import type { Principal } from './principal';
import type { RefusalDetail } from './refusal';
import type { Run, Statement } from './statement';

/** What a handler says of its deed: ids only, so that the log can be kept when a person is erased. */
export interface AuditNote {
  readonly targetKind: string;
  readonly targetId: string;
  readonly unitId?: string;
  /** The role under which it was done, where it mattered. */
  readonly role?: string;
  readonly detail?: RefusalDetail;
}

export interface AuditEntry {
  readonly action: string;
  readonly outcome: string;
  readonly caller: Principal | null;
  readonly addressHash: Buffer | null;
  readonly traceId: string;
  readonly atMs: number;
  readonly notes: readonly AuditNote[];
}

const WRITE_AUDIT: Statement = {
  name: 'write-audit',
  text: `insert into audit_log (at, identity_id, resident_id, role, action, target_kind, target_id, unit_id, outcome, trace_id, address_hash, detail)
         select * from unnest($1::timestamptz[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
           $9::text[], $10::text[], $11::bytea[], $12::jsonb[])`,
};

/** A row for each note, or a single one for an entry whose handler had nothing to add. */
export async function writeAudit(run: Run, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.flatMap(rowsOf);
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  if (rows.length > 0)
    await run(
      WRITE_AUDIT,
      columns.map((column) => rows.map((row) => row[column])),
    );
}

/** Its fields are in the order of the statement's columns. */
function rowsOf(entry: AuditEntry) {
  const notes: readonly Partial<AuditNote>[] = entry.notes.length > 0 ? entry.notes : [{}];
  return notes.map((note) => ({
    at: new Date(entry.atMs),
    identity_id: entry.caller?.identityId ?? null,
    resident_id: entry.caller?.residentId ?? null,
    role: note.role ?? null,
    action: entry.action,
    target_kind: note.targetKind ?? null,
    target_id: note.targetId ?? null,
    unit_id: note.unitId ?? null,
    outcome: entry.outcome,
    trace_id: entry.traceId,
    address_hash: entry.addressHash,
    detail: JSON.stringify(note.detail ?? {}),
  }));
}
