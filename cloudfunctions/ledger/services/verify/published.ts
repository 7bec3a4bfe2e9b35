import { type Checkpoint, type Countersignature, hashCheckpoint, hashNightHead, type NightHead } from '../../rules';
import { isSignedAnew } from '../published';
import type { LedgerFault } from './fault';
import type { Signed } from './heads';

/** Kept elsewhere, in any order. */
export interface Published {
  readonly checkpoints: readonly Checkpoint[];
  readonly heads: readonly NightHead[];
  /** Kept by whoever made them. */
  readonly countersignatures?: readonly Countersignature[];
  /** Those among them that we published ourselves: they have been in the tables. */
  readonly countersigned?: readonly Countersignature[];
}

/** What was signed anew after a backup was put back: what came after the backup is gone, and everybody is told. */
export function isAnewIn({ heads }: Pick<Signed, 'heads'>, day: string): boolean {
  const covering = heads.find((head) => head.day >= day);
  return covering !== undefined && isSignedAnew(covering);
}

/** The oldest that is not there any more as it was published. What was signed anew after a restore says so in what is signed. */
export function comparePublished(stored: Signed, published: Published): LedgerFault | null {
  const faults = [...checkpointFaults(stored, published), ...headFaults(stored, published)];
  return faults.filter(({ day }) => !isAnewIn(stored, day)).sort((a, b) => a.day.localeCompare(b.day))[0] ?? null;
}

type DatedFault = Extract<LedgerFault, { day: string }>;

function checkpointFaults({ checkpoints }: Signed, published: Published): DatedFault[] {
  const hashOf = new Map(checkpoints.map(({ unitId, day, hash }) => [`${unitId} ${day}`, hash]));
  return published.checkpoints.flatMap((kept) => {
    const { unitId, day } = kept;
    const hash = hashOf.get(`${unitId} ${day}`);
    if (hash === hashCheckpoint(kept)) return [];
    return [
      { what: 'checkpoint' as const, unitId, day, fault: hash ? ('notAsPublished' as const) : ('missing' as const) },
    ];
  });
}

function headFaults({ heads }: Signed, published: Published): DatedFault[] {
  const hashOf = new Map(heads.map(({ day, hash }) => [day, hash]));
  return published.heads.flatMap((kept) => {
    const hash = hashOf.get(kept.day);
    if (hash === hashNightHead(kept)) return [];
    return [{ what: 'head' as const, day: kept.day, fault: hash ? ('notAsPublished' as const) : ('missing' as const) }];
  });
}
