import type { ChainFault } from '../../rules';

export type CheckpointFault =
  | 'unsigned'
  | 'notSigned'
  | 'chainBroken'
  | 'entriesDiffer'
  | 'treeDiffers'
  | 'notAsPublished'
  | 'missing';
export type HeadFault = 'unsigned' | 'notSigned' | 'chainBroken' | 'checkpointsDiffer' | 'notAsPublished' | 'missing';
export type EntryFault = ChainFault | 'dayDiffers' | 'accountMissing';
export type LedgerFault =
  | { readonly what: 'entry'; readonly accountId: string; readonly seq: number; readonly fault: EntryFault }
  | { readonly what: 'checkpoint'; readonly unitId: string; readonly day: string; readonly fault: CheckpointFault }
  | {
      readonly what: 'countersignature';
      readonly unitId: string;
      readonly day: string;
      /** missing: it was published, and is not there any more. */
      readonly fault: 'wrongSignature' | 'differs' | 'missing';
    }
  | { readonly what: 'head'; readonly day: string; readonly fault: HeadFault };
