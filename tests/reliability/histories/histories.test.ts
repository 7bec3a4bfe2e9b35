import fc from 'fast-check';
import { firstWithoutBasis } from '../../../cloudfunctions/host/ledger-tools/verify';
import { signLate, verifyLedger } from '../../../cloudfunctions/ledger';
import { keepFigures } from '../../../cloudfunctions/oversight';
import { lapseVouchers } from '../../../cloudfunctions/reward';
import { createTestDatabase } from '../../support/database';
import { seeded } from '../../support/seeded';
import { HISTORIES } from '../figures';
import { history, type Step } from './commands';
import { figuresUnlikeEntries } from './figures-shown';
import { Look } from './look';
import { newModel } from './model';
import { MUST_BE_HEARD } from './must-be-heard';
import { signNights } from './nights';
import { openTheatre, Stage, type Theatre } from './stage';

/**
 * reliability.md, tests 1 and 2: random histories of every command that moves points, against sums in memory. Each
 * history has a community of its own; a hundred share a database, as a chapter. SEED=… with the seed that a failure
 * prints plays its chapter again, as the first one.
 */
const STEPS = 40;
/** Steps that have nothing to work on yet, a voucher say, are passed over: so many more are drawn. */
const SPARE = 20;
const CHAPTER = 100;
const START_MS = Date.parse('2026-11-20T10:00:00+08:00');
const LONG_MS = 3 * 366 * 86_400_000;

const chapters = Array.from({ length: Math.ceil(HISTORIES / CHAPTER) }, (_, i) => i);
let stepsTaken = 0;
const heard = new Set<string>();

async function live(theatre: Theatre, steps: readonly Step[]): Promise<void> {
  theatre.nowMs = START_MS;
  const stage = await Stage.open(theatre);
  const model = newModel(START_MS);
  const look = new Look(stage, model);
  let taken = 0;
  for (const { afterMs, act } of steps) {
    if (taken === STEPS) break;
    theatre.nowMs += afterMs;
    model.town.nowMs = theatre.nowMs;
    if (!act.isPossible(stage)) continue;
    const said = await act.take(stage);
    expect([act.name, act.step, said]).toEqual([act.name, act.step, act.foresee(model)]);
    hear(act.name, said);
    taken++;
    expect([act.name, act.step, await look.afterStep()]).toEqual([act.name, act.step, []]);
  }
  stepsTaken += taken;
  await keepFigures(theatre.world, theatre.nowMs);
  expect(await figuresUnlikeEntries(stage)).toEqual([]);
  await theatre.database.ownerPool.query('delete from kept_month'); // and counted when they are asked for
  expect(await figuresUnlikeEntries(stage)).toEqual([]);
  await lapseVouchers(theatre.world, theatre.nowMs + LONG_MS); // leaves nothing to the next history's jobs
  await signNights(theatre.world, theatre.nowMs + 2 * LONG_MS);
}

/** Keeps in mind what was answered: of each holder, where there are several. */
function hear(name: string, said: unknown): void {
  for (const one of Array.isArray(said) ? said : [said]) heard.add(`${name}: ${typeof one === 'string' ? one : 'ok'}`);
}

it.each(chapters)(
  'follows a model through random histories of all commands, chapter %i',
  async (chapter) => {
    const database = await createTestDatabase();
    try {
      const theatre = await openTheatre(database);
      const lived = fc.asyncProperty(history(STEPS + SPARE), (steps) => live(theatre, steps));
      const numRuns = Math.min(CHAPTER, HISTORIES - chapter * CHAPTER);
      const { seed = 0 } = seeded();
      await fc.assert(lived, seeded({ seed: seed + chapter, numRuns, endOnFailure: true }));
      await signLate(theatre.world, START_MS + 3 * LONG_MS, { why: 'hostDown', by: '值班岗' });
      const walk = await verifyLedger(database.db, theatre.world.keys);
      expect(await firstWithoutBasis(database.db)).toBeNull();
      expect(walk).toMatchObject({ fault: null });
      expect(walk.checkpoints).toBeGreaterThan(numRuns);
    } finally {
      await database.close();
    }
  },
  60_000 + CHAPTER * 5_000,
);

/** Histories in which everything is refused would prove nothing. */
const itWhenMany = HISTORIES >= 300 ? it : it.skip;
itWhenMany('has taken all its steps and come by every answer that matters', () => {
  expect(stepsTaken).toBeGreaterThan(0.99 * HISTORIES * STEPS);
  const wanted = Object.entries(MUST_BE_HEARD).flatMap(([name, codes]) => codes.map((code) => `${name}: ${code}`));
  expect(wanted.filter((words) => !heard.has(words))).toEqual([]);
});
