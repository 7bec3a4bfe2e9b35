import type { World } from '../../kit/world';
import { addDays, businessDate, MINUTE_MS } from '../../values/dates';
import { planSigning, type SigningPlan } from '../rules/signing';
import { firstCheckpointAfter, unitsWithoutCheckpoint } from '../store/checkpoints';
import { lastNightHead } from '../store/night-heads';
import { newestPublished } from './published';

/** A posting that began before midnight has long been committed by then. */
export const CHECKPOINT_AFTER_MIDNIGHT_MS = 10 * MINUTE_MS;

/** The last day that is over, and whose entries have all come. */
export const lastFinishedDay = (nowMs: number): string =>
  addDays(businessDate(nowMs - CHECKPOINT_AFTER_MIDNIGHT_MS), -1);

export interface Signing extends SigningPlan {
  readonly lastDay: string;
  readonly headDay: string | null;
  readonly publishedDay: string | null;
}

/** What is to be signed, by whom, and what must not be. */
export async function readSigning(world: World, nowMs: number): Promise<Signing> {
  const { db } = world.database;
  const lastDay = lastFinishedDay(nowMs);
  const headDay = (await lastNightHead(db))?.day ?? null;
  const publishedDay = (await newestPublished(world))?.day ?? null;
  const plan = planSigning({
    lastDay,
    headDay,
    publishedDay,
    waiting: await unitsWithoutCheckpoint(db, lastDay),
    uncoveredDay: await firstCheckpointAfter(db, headDay),
  });
  return { ...plan, lastDay, headDay, publishedDay };
}
