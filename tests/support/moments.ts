import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createSeededRandom } from '../../cloudfunctions/host/demo/random';
import { SEED } from './seeded';

/** Each weekday once, and with them whatever a calendar has that is out of the ordinary. */
const DAYS = [
  '2026-11-29', // Sunday: the suite was red on it
  '2026-11-30', // Monday, a month's last
  '2028-02-29', // Tuesday
  '2027-06-09', // Wednesday, like any other
  '2026-12-31', // Thursday
  '2027-01-01', // Friday
  '2026-12-05', // Saturday
];
/** Just after midnight, early, in the middle of the morning, just before midnight: Shanghai time. */
const HOURS = ['00:10', '08:00', '11:00', '23:50'];

/** Moments of Shanghai, as people write them: 2028-02-29T23:50. */
export const MOMENTS: readonly string[] = DAYS.flatMap((day) => HOURS.map((hour) => `${day}T${hour}`));

export function momentMs(moment: string): number {
  const ms = Date.parse(`${moment}:00+08:00`);
  if (Number.isNaN(ms)) throw new Error(`“${moment}” is no moment: write 2028-02-29T23:50`);
  return ms;
}

/** Three for a run, by its seed, at three different hours. */
export function threeMoments(seed: number): readonly string[] {
  const random = createSeededRandom(seed);
  return random.some(HOURS, 3).map((hour) => `${random.pick(DAYS)}T${hour}`);
}

/**
 * The moment at which a test file plays. One run takes three moments by turns, so that it takes no longer than with one;
 * which file meets which moment changes with the seed, and so all meet all over the runs. `npm run test:soak` takes every
 * file of the browser through every moment. MOMENT=2028-02-29T23:50 replays one.
 */
export function momentOf(file: string, files: readonly string[], seed: number): string {
  const given = process.env.MOMENT;
  if (given) return given;
  const three = threeMoments(seed);
  return three[[...files].sort().indexOf(file) % three.length] ?? MOMENTS[0] ?? '';
}

/** That of the test file which asks, among those of its folder; it is said how to replay it. */
export function momentOfThisFile(project: string): string {
  const file = expect.getState().testPath ?? '';
  const files = readdirSync(path.dirname(file)).filter((name) => /\.test\.[jt]s$/.test(name));
  const moment = momentOf(path.basename(file), files, SEED);
  console.log(`MOMENT=${moment} npx jest --selectProjects ${project} -- ${path.relative('', file)}`);
  return moment;
}
