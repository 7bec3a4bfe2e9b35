import type { World } from '../../kit/world';
import { signCheckpoints } from '../../ledger';
import { addDays, businessDate } from '../../values/dates';

import { at, openStage } from './acting';
import { type Life, liveThrough, meetNeighbours } from './history';
import { announceWeek, fillToday, fillYesterday } from './now';
import { layOnDesk } from './office';
import { COMMUNITIES } from './places';
import { createSeededRandom } from './random';
import { seedCatalogue, takeRosterIn } from './seed-catalogue';
import { seedTown } from './seed-town';
import { useSomePoints } from './vouchers';
import { signFromOutside } from './witness';

/** Four months of it. */
const DAYS = 122;
const SEED = 20_161_219;

/** The owner's ANALYZE: the app may not. */
export type Analyze = (...tables: string[]) => Promise<unknown>;

/**
 * Fills an empty database with the demo district: everything after places and people by the same actions that anybody
 * calls, at the time at which it is said to have happened. The same on every machine, but for ids and today's date.
 */
export async function fillDemo(world: World, analyze: Analyze, stopping?: AbortSignal): Promise<void> {
  const nowMs = world.clock();
  const today = businessDate(nowMs);
  const startedOn = addDays(today, -DAYS);
  const stage = openStage(world, at(startedOn, '08:00'), stopping);
  const town = await seedTown(stage, createSeededRandom(SEED), today, startedOn);
  const items = await seedCatalogue(stage, town);
  await takeRosterIn(stage, town);
  await analyze('resident', 'household', 'membership', 'identity', 'org_unit'); // or each lookup reads all of them
  const lives = await Promise.allSettled(
    COMMUNITIES.map(async (community, i) => {
      const random = createSeededRandom(SEED + i + 1);
      const neighbours = await meetNeighbours(world.database.db, random, town.unitId(community));
      const life: Life = {
        stage: openStage(world, nowMs, stopping),
        random,
        town,
        items,
        community,
        neighbours,
      };
      const lately = addDays(today, -5);
      await liveThrough(life, addDays(startedOn, 1), lately);
      await useSomePoints(life, addDays(lately, -1)); // in the evening: entries stand in the order of their time
      await liveThrough(life, lately, today);
      if (community === 'liuhe') {
        await fillYesterday(life, addDays(today, -1));
        await layOnDesk(life, today);
        await fillToday(life, nowMs);
      }
      await announceWeek(life, today);
    }),
  );
  for (const life of lives) if (life.status === 'rejected') throw life.reason; // now that nobody uses the database
  const { published: _later, ...inside } = world; // a filling that is begun anew has other nights
  await signEachNight(inside, addDays(startedOn, 1), nowMs);
  await signFromOutside(openStage(inside, nowMs, stopping), town);
}

/** As it would have been: each night signs the day before it. */
async function signEachNight(world: Omit<World, 'published'>, from: string, nowMs: number): Promise<void> {
  for (let night = from; at(night, '00:30') <= nowMs; night = addDays(night, 1))
    await signCheckpoints(world, at(night, '00:30'));
}
