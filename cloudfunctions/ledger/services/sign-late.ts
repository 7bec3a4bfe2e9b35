import type { World } from '../../kit/world';
import { addDays, businessDate } from '../../values/dates';
import type { LateMark } from '../../values/receipt';
import type { UnitDay } from '../store/checkpoints';
import { signCheckpoints } from './sign-checkpoints';
import { signDay, signHead } from './sign-day';
import { readSigning, type Signing } from './signing-state';

export type LateWord = Pick<LateMark, 'why' | 'by'>;

export type LateOutcome =
  | { readonly ok: true; readonly signed: number }
  /** removed: a head that stands counts their checkpoints, and they are gone. lost: published, and gone. */
  | { readonly ok: false; readonly because: 'removed' | 'lost'; readonly days: readonly UnitDay[] };

/** What waits for a person's word. */
export const waitsForWord = ({ late, lost, head }: Signing): boolean =>
  late.length + lost.length > 0 || head === 'late' || head === 'lost';

/**
 * Signs, by a person's word, what its night did not. The word is signed with it. A day whose checkpoint was there and was
 * taken away is signed by nobody; one that was published and is gone, only by the word that a backup was put back.
 */
export async function signLate(world: World, nowMs: number, { why, by }: LateWord): Promise<LateOutcome> {
  const signing = await readSigning(world, nowMs);
  const { removed, lost, lastDay, publishedDay } = signing;
  if (removed.length > 0) return { ok: false, because: 'removed', days: removed };
  const isLost = lost.length > 0 || signing.head === 'lost';
  if (isLost && why !== 'restored') return { ok: false, because: 'lost', days: lost };
  const mark: LateMark = { on: businessDate(nowMs), why, by };
  let signed = 0;
  for (const one of oldestFirst(signing)) if (await signDay(world, one, nowMs, mark)) signed++;
  const lastHeadDay = publishedDay !== null && publishedDay >= lastDay ? lastDay : addDays(lastDay, -1);
  if (waitsForWord(signing)) await signHead(world, lastHeadDay, nowMs, mark);
  return { ok: true, signed: signed + (await signCheckpoints(world, nowMs)) };
}

const oldestFirst = ({ late, lost }: Signing) => [...lost, ...late].sort((a, b) => (a.day < b.day ? -1 : 1));
