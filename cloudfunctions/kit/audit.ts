import type { Principal } from './principal';
import type { RefusalDetail } from './refusal';
import type { Db } from './transaction';

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

/** One row per note, or a single row when the handler had nothing to add. */
export function auditRows(entry: AuditEntry) {
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

export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.insertInto('audit_log').values(auditRows(entry)).execute();
}
