import type { World } from '../../kit/world';
import { NightHead as NightHeadSchema } from '../contract';
import type { NightHead } from '../rules';
import { firstNightHeadFrom, nightHeadsAfter } from '../store/night-heads';

/** The newest head that was published, by what is kept outside of the database; null where nothing is. */
export async function newestPublished({ published }: World): Promise<NightHead | null> {
  const line = await published?.newest();
  return line ? NightHeadSchema.parse(JSON.parse(line)) : null;
}

/** Signed anew after a backup was put back, by a person's word: then both stand in what is kept, one behind the other. */
export const isSignedAnew = (head: NightHead): boolean => head.late?.why === 'restored';

/** The stored head that says of the newest published one's day what was published, or what was signed anew; else null. */
export async function findPublished({ database }: World, newest: NightHead): Promise<NightHead | null> {
  const stored = await firstNightHeadFrom(database.db, newest.day);
  return stored && (stored.hash === newest.hash || isSignedAnew(stored)) ? stored : null;
}

/** Adds the heads that came since, by whichever process signed them. Nothing is added behind a head that is gone. */
export async function keepPublished(world: World): Promise<void> {
  const { published, database } = world;
  if (!published) return;
  const newest = await newestPublished(world);
  const stored = newest && (await findPublished(world, newest));
  if (newest && !stored) return;
  const since = await nightHeadsAfter(database.db, stored?.day ?? null);
  const heads = stored && stored.hash !== newest?.hash ? [stored, ...since] : since;
  if (heads.length > 0) await published.add(heads.map((head) => JSON.stringify(head)));
}
