import type { World } from '../../kit/world';
import { Countersignature as CountersignatureSchema, NightHead as NightHeadSchema } from '../contract';
import type { Countersignature, NightHead } from '../rules';
import { allCountersignatures } from '../store/countersignatures';
import { firstNightHeadFrom, nightHeadsAfter } from '../store/night-heads';

/** The newest head that was published, by what is kept outside of the database; null where nothing is. */
export async function newestPublished({ published }: World): Promise<NightHead | null> {
  return newestHeadIn((await published?.lines()) ?? []);
}

function newestHeadIn(lines: readonly string[]): NightHead | null {
  const newest = lines.findLast((line) => !countersignatureIn(line));
  return newest === undefined ? null : NightHeadSchema.parse(JSON.parse(newest));
}

const countersignatureIn = (line: string): Countersignature | undefined =>
  CountersignatureSchema.safeParse(JSON.parse(line)).data;

/** Signed anew after a backup was put back, by a person's word: then both stand in what is kept, one behind the other. */
export const isSignedAnew = (head: NightHead): boolean => head.late?.why === 'restored';

/** The stored head that says of the newest published one's day what was published, or what was signed anew; else null. */
export async function findPublished({ database }: World, newest: NightHead): Promise<NightHead | null> {
  const stored = await firstNightHeadFrom(database.db, newest.day);
  return stored && (stored.hash === newest.hash || isSignedAnew(stored)) ? stored : null;
}

/** Adds the heads that came since, by whichever process signed them, and what was countersigned from outside. Nothing is added behind a head that is gone. */
export async function keepPublished(world: World): Promise<void> {
  const { published, database } = world;
  if (!published) return;
  const there = await published.lines();
  const newest = newestHeadIn(there);
  const stored = newest && (await findPublished(world, newest));
  if (newest && !stored) return;
  const since = await nightHeadsAfter(database.db, stored?.day ?? null);
  const heads = stored && stored.hash !== newest?.hash ? [stored, ...since] : since;
  const kept = new Set(there.flatMap((line) => countersignatureIn(line)?.signature ?? []));
  const countersigned = (await allCountersignatures(database.db))
    .filter(({ signature }) => !kept.has(signature))
    .map(({ countersignerId: _id, name: _name, ...signed }) => signed);
  const lines = [...heads, ...countersigned].map((one) => JSON.stringify(one));
  if (lines.length > 0) await published.add(lines);
}
