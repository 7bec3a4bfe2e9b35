import type { Database } from '../database/connect';
import type { Clock } from './clock';
import type { Random } from './ids';
import type { Keys } from './keys';
import type { Log } from './log';

/**
 * A copy of what was published, where whoever owns the database does not write: one line after the other, only ever added
 * to. What was signed and is gone from the database shows against it.
 */
export interface PublishedLines {
  /** All whole lines, the oldest first. */
  lines(): Promise<readonly string[]>;
  add(lines: readonly string[]): Promise<void>;
}

/** All that the rooms need from outside; made once by each way in, and by tests with a set clock and a seeded random. */
export interface World {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Keys;
  readonly log: Log;
  /** The page address that QR codes carry, without a slash at the end: https://example.org */
  readonly origin: string;
  /** Missing where there is no place for it: in a cloud function. */
  readonly published?: PublishedLines;
}
