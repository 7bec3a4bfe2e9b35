import type { WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { correctionProposed } from '../events';
import { type CorrectionRow, insertCorrection } from '../store/corrections';
import type { StoredEntry } from '../store/entries';

type Proposed =
  | { readonly correctionId: string }
  | Refusal<'NOT_A_CREDIT' | 'CORRECTED_ALREADY' | 'CORRECTION_WAITING'>;

/** One proposes that an entry never should have been; who may, the caller's room has decided. A second person decides about it. */
export async function proposeCorrectionOf(
  call: WriteCall<RoleHolder>,
  entry: StoredEntry,
  reason: CorrectionRow['reason'],
): Promise<Proposed> {
  const { accountId, seq, unitId } = entry;
  if (entry.kind !== 'credit') return refuse('NOT_A_CREDIT');
  if (entry.correctedBySeq !== null) return refuse('CORRECTED_ALREADY');
  const id = newId(call.world);
  const inserted = await insertCorrection(call.db, {
    ...{ id, accountId, seq, reason, state: 'waiting' },
    ...{ proposedBy: call.caller.residentId, proposedAtMs: call.nowMs },
  });
  if (!inserted) return refuse('CORRECTION_WAITING');
  call.note({ targetKind: 'entry', targetId: `${accountId}/${seq}`, unitId, detail: { reason } });
  call.publish(correctionProposed({ correctionId: id, accountId, seq, unitId }));
  return { correctionId: id };
}
