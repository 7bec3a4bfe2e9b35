import { followChangesInActivity } from '../activity';
import { forgetFiles } from '../files';
import { sealLeftOver } from '../household';
import type { World } from '../kit/world';
import { signCheckpoints } from '../ledger';
import { keepFigures } from '../oversight';
import { followChangesInReward, lapseVouchers } from '../reward';
import { HOUR_MS, MINUTE_MS } from '../values/dates';
import { forgetAttempts } from './forget';
import { forgetEvents } from './forget-events';
import { watchLedger } from './watch-ledger';
import { watchReaders } from './watch-readers';

/** What is done on a clock. Each may be repeated and run by two at once without harm; leases only spare the work. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** Answers how many things it did. */
  readonly run: (world: World, nowMs: number) => Promise<number>;
}

export const JOBS: readonly Job[] = [
  { name: 'lapseVouchers', everyMs: 5 * MINUTE_MS, run: lapseVouchers },
  { name: 'followChangesInReward', everyMs: MINUTE_MS, run: followChangesInReward },
  { name: 'followChangesInActivity', everyMs: MINUTE_MS, run: followChangesInActivity },
  { name: 'sealLeftOver', everyMs: MINUTE_MS, run: sealLeftOver },
  { name: 'signCheckpoints', everyMs: HOUR_MS, run: signCheckpoints },
  { name: 'keepFigures', everyMs: 5 * MINUTE_MS, run: keepFigures },
  { name: 'forgetAttempts', everyMs: 6 * HOUR_MS, run: forgetAttempts },
  { name: 'forgetFiles', everyMs: HOUR_MS, run: forgetFiles },
  { name: 'forgetEvents', everyMs: 6 * HOUR_MS, run: forgetEvents },
  { name: 'watchReaders', everyMs: 5 * MINUTE_MS, run: watchReaders },
  { name: 'watchLedger', everyMs: 5 * MINUTE_MS, run: watchLedger },
];
