import fc from 'fast-check';
import { activityCommands, announce } from './activity';
import { againCommands } from './again';
import { awardCommands, give } from './award';
import type { Act } from './command';
import { householdCommands } from './household';
import { ledgerCommands } from './ledger';
import { rewardCommands } from './reward';

export type { Act } from './command';

/** What happens next, and how long after the step before. */
export interface Step {
  readonly afterMs: number;
  readonly act: Act;
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
/** Mostly at once or within a minute, so that windows are used up; at times so much later that vouchers lapse. */
const pause = fc.oneof(
  { weight: 24, arbitrary: fc.integer({ min: 0, max: 75 }).map((seconds) => seconds * SECOND_MS) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 16 }).map((hours) => hours * HOUR_MS) },
  { weight: 1, arbitrary: fc.integer({ min: 17, max: 500 }).map((hours) => hours * HOUR_MS) },
);

const anything = fc.oneof(
  ...[awardCommands, activityCommands, rewardCommands, ledgerCommands, householdCommands, againCommands].flat(),
);
const begins = fc.tuple(announce, give, give);

/** The first announce an activity and give points, so that the others find some. */
export const history = (steps: number): fc.Arbitrary<Step[]> =>
  fc
    .tuple(begins, fc.array(anything, { minLength: steps, maxLength: steps }))
    .chain(([first, others]) => pauses([...first, ...others]));

function pauses(acts: readonly Act[]): fc.Arbitrary<Step[]> {
  const waits = fc.array(pause, { minLength: acts.length, maxLength: acts.length });
  return waits.map((times) => acts.map((act, i) => ({ afterMs: times[i] as number, act })));
}
