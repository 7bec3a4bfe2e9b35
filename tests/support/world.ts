import { createHash } from 'node:crypto';
import type { Database } from '../../cloudfunctions/database/connect';
import type { Clock } from '../../cloudfunctions/kit/clock';
import { type Random, systemRandom } from '../../cloudfunctions/kit/ids';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { createLog } from '../../cloudfunctions/kit/log';
import type { World } from '../../cloudfunctions/kit/world';

export interface TestWorldOptions {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly origin?: string;
}

/** Noon of a Monday in Shanghai. */
export const TEST_NOW_MS = Date.parse('2026-11-23T12:00:00+08:00');

/** A world on the test's database, with a clock that stands still and keys of its own; silent below fatal. */
export function testWorld(database: Database, options: TestWorldOptions = {}): World {
  return {
    database,
    clock: options.clock ?? (() => TEST_NOW_MS),
    random: options.random ?? systemRandom,
    keys: createKeys(createHash('sha256').update('the secret of the tests').digest()),
    log: createLog('silent'),
    origin: options.origin ?? 'https://bank.test',
  };
}
