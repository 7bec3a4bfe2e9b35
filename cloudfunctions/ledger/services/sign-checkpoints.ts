import type { World } from '../../kit/world';
import { keepPublished } from './published';
import { signDay, signHead } from './sign-day';
import { readSigning } from './signing-state';

/**
 * Signs last night's day, community by community, and then the night's head over all of them. What is missing for longer
 * is left to a person's word (sign-late): it was never signed, or somebody took it away. Safe to repeat and to run twice
 * at once. Gives the number of checkpoints it made. A community that fails is tried again within the day; the others have
 * theirs, and then it throws what went wrong.
 */
export async function signCheckpoints(world: World, nowMs: number): Promise<number> {
  const { inTime } = await readSigning(world, nowMs);
  const faults: unknown[] = [];
  let signed = 0;
  for (const one of inTime) {
    try {
      if (await signDay(world, one, nowMs, null)) signed++;
    } catch (fault) {
      faults.push(fault);
    }
  }
  await closeNight(world, nowMs);
  if (faults.length > 0)
    throw new Error(`communities that wait for a checkpoint: ${faults.length}`, { cause: faults[0] });
  return signed;
}

/** The head counts every community's checkpoint: while one is missing there is none. */
async function closeNight(world: World, nowMs: number): Promise<void> {
  const { inTime, late, lost, removed, head, lastDay } = await readSigning(world, nowMs);
  const isWhole = [inTime, late, lost, removed].every((days) => days.length === 0);
  if (isWhole && head === 'due') await signHead(world, lastDay, nowMs, null);
  await keepPublished(world);
}
