import type { World } from '../../kit/world';
import { addDays, businessDate } from '../../values/dates';
import { newestCheckpointDay } from '../store/checkpoints';
import { countSilent } from '../store/countersigners';
import { findPublished, newestPublished } from './published';
import { waitsForWord } from './sign-late';
import { readSigning } from './signing-state';

/** So long whoever signs days a second time may take; a committee meets, and is not on call. */
export const COUNTERSIGN_WITHIN_DAYS = 14;

export interface LedgerAlarms {
  /** Finished days that the night's job did not sign, and must not any more: docs/deploy.md says what to do. */
  readonly daysUnsigned: number;
  /** Of them, or else: what was signed or published, and is not there any more. */
  readonly signedIsGone: boolean;
  /** Today is signed already: this machine's clock, or the one that signed, is wrong, and nothing can be entered. */
  readonly clockIsBehind: boolean;
  /** Communities whose second signer has left a finished day lying for longer than COUNTERSIGN_WITHIN_DAYS. */
  readonly countersignersSilent: number;
}

/** What an operator has to look at, for health and log. */
export async function ledgerAlarms(world: World, nowMs: number): Promise<LedgerAlarms> {
  const signing = await readSigning(world, nowMs);
  const { late, lost, removed, headDay } = signing;
  const newest = await newestPublished(world);
  const isPublishedGone = newest !== null && (await findPublished(world, newest)) === null;
  const days = late.length + lost.length + removed.length;
  const newestDay = [headDay, await newestCheckpointDay(world.database.db)]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return {
    daysUnsigned: days === 0 && waitsForWord(signing) ? 1 : days,
    signedIsGone: isPublishedGone || lost.length + removed.length > 0,
    clockIsBehind: newestDay !== undefined && newestDay >= businessDate(nowMs),
    countersignersSilent: await countSilent(world.database.db, addDays(businessDate(nowMs), -COUNTERSIGN_WITHIN_DAYS)),
  };
}
