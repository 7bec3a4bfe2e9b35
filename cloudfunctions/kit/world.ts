import type { Database } from '../database/connect';
import type { Clock } from './clock';
import type { Random } from './ids';
import type { Keys } from './keys';
import type { Log } from './log';

/** All that the rooms need from outside; made once by each way in, and by tests with a set clock and a seeded random. */
export interface World {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly log: Log;
  /** The page address that QR codes carry, without a slash at the end: https://example.org */
  readonly origin: string;
}
