import { useRead } from '../../api/use-read';
import type { Checkpoint } from './check';
import { type Outside, outsideOf } from './outside';

/** Undefined until it is known, and on a device too old to reckon: then nothing is said of it. */
export function useOutside(checkpoint: Checkpoint | undefined): Outside | undefined {
  const asked = useRead(
    'ledger.countersignatures',
    checkpoint ? { unitId: checkpoint.unitId, day: checkpoint.day } : null,
  );
  if (!checkpoint || !asked.data) return undefined;
  try {
    return outsideOf(checkpoint, asked.data);
  } catch {
    return undefined;
  }
}
